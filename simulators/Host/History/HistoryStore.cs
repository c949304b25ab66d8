using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using PairingLab.Host.Commands;
using PairingLab.Reports;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.History;

/// <summary>
/// Every result of every scenario, over all runs: in SQLite beside the runs, or in PostgreSQL for a team. A run that is thrown away keeps
/// its rows.
/// </summary>
public sealed class HistoryStore : IDisposable
{
    /// <summary>Has a connection string of PostgreSQL, or the path of a file of SQLite.</summary>
    public const string Variable = "PAIRINGLAB_HISTORY";

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS results (
            run TEXT NOT NULL, scenario TEXT NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL, repetition INTEGER NOT NULL,
            outcome TEXT NOT NULL, attempts INTEGER NOT NULL, started TEXT NOT NULL, seconds DOUBLE PRECISION NOT NULL,
            version TEXT NOT NULL, bench TEXT NOT NULL, seed BIGINT NOT NULL, message TEXT,
            PRIMARY KEY (run, scenario, repetition));
        CREATE INDEX IF NOT EXISTS results_by_scenario ON results (scenario, started);
        CREATE TABLE IF NOT EXISTS measurements (
            run TEXT NOT NULL, scenario TEXT NOT NULL, repetition INTEGER NOT NULL, name TEXT NOT NULL,
            value DOUBLE PRECISION NOT NULL, unit TEXT NOT NULL, low DOUBLE PRECISION, high DOUBLE PRECISION,
            PRIMARY KEY (run, scenario, repetition, name));
        """;

    private readonly DbConnection connection;

    private HistoryStore(DbConnection connection) => this.connection = connection;

    /// <summary>Opens the history of a repository, and makes it when it is not there.</summary>
    public static HistoryStore Open(Repository repository)
    {
        var where = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } said
            ? said
            : Path.Combine(Directory.CreateDirectory(repository.Reports).FullName, "history.db");
        var isPostgres = where.Contains("Host=", StringComparison.OrdinalIgnoreCase);
        DbConnection opened = isPostgres
            ? new NpgsqlConnection(where)
            : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = where, Pooling = false }.ToString());
        try
        {
            opened.Open();
            if (!isPostgres)
            {
                opened.Execute("PRAGMA journal_mode = WAL");
            }

            opened.Execute(Schema);
            return new(opened);
        }
        catch (DbException e)
        {
            opened.Dispose();

            // A connection string holds a password.
            throw new CommandException($"the history in {(isPostgres ? "PostgreSQL" : where)} can't be opened: {e.Message}");
        }
    }

    /// <summary>Takes a run down; what it said of it before is replaced.</summary>
    public void Add(RunReading run)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute("DELETE FROM results WHERE run = @Id", new { run.Run.Id }, transaction);
        connection.Execute("DELETE FROM measurements WHERE run = @Id", new { run.Run.Id }, transaction);
        connection.Execute(
            """
            INSERT INTO results (run, scenario, path, name, repetition, outcome, attempts, started, seconds, version, bench, seed, message)
            VALUES (@Run, @Scenario, @Path, @Name, @Repetition, @Outcome, @Attempts, @Started, @Seconds, @Version, @Bench, @Seed, @Message)
            """,
            run.Results.Where(r => !r.Evidence.NotRun).DistinctBy(r => (RunHistory.KeyOf(r.Evidence), r.Evidence.Repetition))
                .Select(r => Row(run.Run, r)), transaction);
        connection.Execute(
            """
            INSERT INTO measurements (run, scenario, repetition, name, value, unit, low, high)
            VALUES (@Run, @Scenario, @Repetition, @Name, @Value, @Unit, @Low, @High)
            """,
            run.Results.SelectMany(r => r.Evidence.Measurements.Select(m => new
            {
                Run = run.Run.Id,
                Scenario = RunHistory.KeyOf(r.Evidence),
                r.Evidence.Repetition,
                m.Name,
                m.Value,
                m.Unit,
                Low = m.AtLeast,
                High = m.AtMost,
            })).DistinctBy(m => (m.Scenario, m.Repetition, m.Name)), transaction);
        transaction.Commit();
    }

    /// <summary>Takes a run out.</summary>
    public void Forget(string run)
    {
        connection.Execute("DELETE FROM results WHERE run = @run", new { run });
        connection.Execute("DELETE FROM measurements WHERE run = @run", new { run });
    }

    /// <summary>The last results of every scenario before a run, the newest last.</summary>
    public RunHistory Before(string run)
    {
        var rows = connection.Query<(string Scenario, string Run, string Outcome, double Seconds)>(
            """
            SELECT scenario, run, outcome, seconds FROM (
                SELECT scenario, run, outcome, seconds, started,
                    ROW_NUMBER() OVER (PARTITION BY scenario ORDER BY started DESC) AS age
                FROM results WHERE run <> @run) AS recent
            WHERE age <= @shown ORDER BY started
            """,
            new { run, shown = RunHistory.Shown - 1 });
        var values = connection.Query<(string Scenario, string Name, double Value)>(
            """
            SELECT scenario, name, value FROM (
                SELECT m.scenario, m.name, m.value, r.started,
                    ROW_NUMBER() OVER (PARTITION BY m.scenario, m.name ORDER BY r.started DESC) AS age
                FROM measurements m
                JOIN results r ON r.run = m.run AND r.scenario = m.scenario AND r.repetition = m.repetition
                WHERE m.run <> @run) AS recent
            WHERE age <= @shown ORDER BY started
            """,
            new { run, shown = RunHistory.Shown - 1 });
        var measurements = values.GroupBy(v => $"{v.Scenario}\t{v.Name}", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<double>)[.. g.Select(v => v.Value)], StringComparer.Ordinal);
        var runs = connection.Query<(string Run, string Outcome, long Count, double Seconds, string Started)>(
            """
            SELECT run, outcome, COUNT(*), SUM(seconds), MIN(started) FROM results
            WHERE run IN (SELECT run FROM results WHERE run <> @run GROUP BY run ORDER BY MIN(started) DESC LIMIT @shown)
            GROUP BY run, outcome
            """,
            new { run, shown = RunHistory.Shown - 1 });
        return new(rows.GroupBy(r => r.Scenario, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<PastResult>)[.. g.Select(r => new PastResult(r.Run, Enum.Parse<Outcome>(r.Outcome), r.Seconds))],
            StringComparer.Ordinal), measurements, [.. runs.GroupBy(r => r.Run).OrderBy(g => g.Min(r => r.Started)).Select(g => Whole(g))]);
    }

    private static PastRun Whole(IGrouping<string, (string Run, string Outcome, long Count, double Seconds, string Started)> run)
    {
        int Of(Outcome outcome) => (int)run.Where(r => r.Outcome == outcome.ToString()).Sum(r => r.Count);
        return new(
            run.Key, Of(Outcome.Passed), Of(Outcome.Failed), Of(Outcome.Error), Of(Outcome.Flaky), Of(Outcome.Skipped),
            run.Sum(r => r.Seconds));
    }

    /// <summary>The results of scenarios whose name contains a text, the newest last.</summary>
    public IReadOnlyList<HistoryRow> Named(string text) =>
    [
        .. connection.Query<HistoryRow>(
            """
            SELECT run, scenario, path, name, repetition, outcome, attempts, started, seconds, version, bench, seed, message
            FROM results WHERE LOWER(name) LIKE @like ESCAPE '\' ORDER BY path, name, scenario, started
            """,
            new { like = $"%{Escaped(text.ToLowerInvariant())}%" }),
    ];

    /// <summary>The names of all scenarios.</summary>
    public IReadOnlyList<string> Names() => [.. connection.Query<string>("SELECT DISTINCT name FROM results ORDER BY name")];

    /// <inheritdoc />
    public void Dispose() => connection.Dispose();

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);

    private static HistoryRow Row(RunEvidence run, ScenarioResult result) => new()
    {
        Run = run.Id,
        Scenario = RunHistory.KeyOf(result.Evidence),
        Path = result.Evidence.FeaturePath,
        Name = result.Evidence.Name,
        Repetition = result.Evidence.Repetition,
        Outcome = result.Outcome.ToString(),
        Attempts = result.Attempts.Count,
        Started = result.Evidence.Started.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        Seconds = Math.Round((result.Evidence.Finished - result.Evidence.Started).TotalSeconds, 3),
        Version = run.ToolVersion,
        Bench = run.Bench,
        Seed = result.Evidence.Seed ?? run.Seed,
        Message = result.Evidence.Error?.Message,
    };
}

/// <summary>A result of a scenario in a run.</summary>
public sealed record HistoryRow
{
    /// <summary>The run's name.</summary>
    public string Run { get; init; } = "";

    /// <summary>What names the scenario over runs.</summary>
    public string Scenario { get; init; } = "";

    /// <summary>Its feature file.</summary>
    public string Path { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Which repetition of the run; 1 is the first.</summary>
    public long Repetition { get; init; }

    /// <summary>How it ended.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>How many attempts it took.</summary>
    public long Attempts { get; init; }

    /// <summary>When the attempt that counts began: ISO 8601, UTC.</summary>
    public string Started { get; init; } = "";

    /// <summary>How long that took.</summary>
    public double Seconds { get; init; }

    /// <summary>The lab's version.</summary>
    public string Version { get; init; } = "";

    /// <summary>The bench's name.</summary>
    public string Bench { get; init; } = "";

    /// <summary>The seed of the run.</summary>
    public long Seed { get; init; }

    /// <summary>What was expected and what was seen, when it failed.</summary>
    public string? Message { get; init; }
}
