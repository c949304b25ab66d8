using Npgsql;
using PairingLab.AccessControl.Tests.Postgres;
using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Runs;

/// <summary>A team's history, in a real PostgreSQL.</summary>
public sealed class PostgresHistoryTests(PostgresServer server) : IClassFixture<PostgresServer>, IDisposable
{
    private static readonly string[] OneRow = ["run", "--no-build", "--seed", "7", "--name", "OTP is retrieved 59 seconds after .Pair POS"];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Runs_of_two_machines_are_one_history()
    {
        var database = server.NewDatabase();
        var first = await RunAsync(database, "one", 0, OneRow);
        var second = await RunAsync(database, "two", 0, OneRow);
        second.ShouldNotContain("not in the history");
        var index = await File.ReadAllTextAsync(Index(second));
        index.ShouldContain(">..</span>", customMessage: "the result of the other machine, and this one");
        index.ShouldContain("Over the last runs");

        var said = await RunAsync(database, "two", 0, "history", "59 SECONDS");
        said.Split('\n').Count(l => l.StartsWith("  ", StringComparison.Ordinal)).ShouldBe(2);
        said.ShouldContain(Path.GetFileName(Path.GetDirectoryName(Index(first))!));

        // The same run again replaces its rows.
        await RunAsync(database, "two", 0, "merge", Path.GetDirectoryName(Index(second))!, "--out", Path.Combine(folder.Path, "merged"));
        await using var source = NpgsqlDataSource.Create(database);
        await using var count = source.CreateCommand("select count(*) from results");
        ((long)(await count.ExecuteScalarAsync())!).ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_is_not_there_loses_no_run_and_its_password_is_not_said()
    {
        var said = await RunAsync("Host=127.0.0.1;Port=1;Username=lab;Password=secret-4711;Timeout=5", "one", 0, OneRow);
        said.ShouldContain("the run is not in the history: the history in PostgreSQL can't be opened");
        said.ShouldContain("1 passed");
        said.ShouldNotContain("secret-4711");
    }

    private static string Index(string said) =>
        said.Split('\n').First(l => l.StartsWith("report:", StringComparison.Ordinal))["report:".Length..].Trim();

    private async Task<string> RunAsync(string history, string machine, int code, params string[] args)
    {
        var reports = Directory.CreateDirectory(Path.Combine(folder.Path, machine)).FullName;
        await using var run = LabProcess.StartWith([("PAIRINGLAB_REPORTS", reports), ("PAIRINGLAB_HISTORY", history)], args);
        (await run.EndAsync()).ShouldBe(code, run.Output);
        return run.Output;
    }
}
