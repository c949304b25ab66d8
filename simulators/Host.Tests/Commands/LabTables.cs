using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PairingLab.Host.Tests.Commands;

/// <summary>What stands in the databases of a data folder that no lab has open.</summary>
internal static class LabTables
{
    /// <summary>The files.</summary>
    public static readonly string[] Files = ["lab.db", "access-control.db"];

    /// <summary>How many rows each table of MACS has.</summary>
    public static Dictionary<string, long> Counts(string folder)
    {
        using var database = Open(folder, Files[1]);
        return Tables(database)
            .ToDictionary(t => t, t => database.ExecuteScalar<long>($"select count(*) from {t}"), StringComparer.Ordinal);
    }

    /// <summary>Every row of both.</summary>
    public static List<string> Rows(string folder)
    {
        var rows = new List<string>();
        foreach (var file in Files)
        {
            using var database = Open(folder, file);
            rows.AddRange(Tables(database).SelectMany(t => database.Query($"select * from {t}").Cast<IDictionary<string, object?>>()
                .Select(row => $"{t}: {string.Join(' ', row.Select(c => Convert.ToString(c.Value, CultureInfo.InvariantCulture)))}")));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static List<string> Tables(SqliteConnection database) =>
        [.. database.Query<string>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")];

    private static SqliteConnection Open(string folder, string file)
    {
        var how = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, file), Pooling = false };
        var database = new SqliteConnection(how.ToString());
        database.Open();
        return database;
    }
}
