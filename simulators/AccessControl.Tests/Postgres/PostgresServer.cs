using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Tests.Postgres;

/// <summary>A PostgreSQL server of the tests' own, in a folder of its own, never run as root.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/lib/postgresql", "/usr/local/bin", "/opt/homebrew/bin"];

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"pairinglab-pg-{Guid.NewGuid():N}");
    private string? tools;
    private int port;
    private int databases;

    /// <summary>Why there is none; null when it runs.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        tools = FindTools();
        if (tools is null)
        {
            Missing = "PostgreSQL is not installed (initdb and pg_ctl; Debian's package is postgresql)";
            return;
        }

        Directory.CreateDirectory(folder);
        if (IsRoot)
        {
            await RunAsync("chown", "postgres", folder);
        }

        port = FreePort();
        Missing = await AsUserAsync("initdb", "-D", $"{folder}/data", "-U", "lab", "--auth=trust", "-E", "UTF8", "--locale=C")
            ?? await AsUserAsync(
                "pg_ctl",
                "-D",
                $"{folder}/data",
                "-l",
                $"{folder}/log",
                "-w",
                "-o",
                string.Create(CultureInfo.InvariantCulture, $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=200"),
                "start");
    }

    public async ValueTask DisposeAsync()
    {
        if (tools is null)
        {
            return;
        }

        await AsUserAsync("pg_ctl", "-D", $"{folder}/data", "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The connection string of a fresh, empty database.</summary>
    public string NewDatabase()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        var name = string.Create(CultureInfo.InvariantCulture, $"macs_{Interlocked.Increment(ref databases)}");
        using var source = NpgsqlDataSource.Create(Connection("postgres") + ";Pooling=false");
        using var command = source.CreateCommand($"create database {name}");
        command.ExecuteNonQuery();
        return Connection(name);
    }

    /// <summary>Where the server keeps everything: tables, write-ahead log, its own log.</summary>
    public string Folder => folder;

    /// <summary>A fresh database, open.</summary>
    public IMacsDatabase Open() => MacsDatabase.Open(NewDatabase(), null);

    private static bool IsRoot => Environment.UserName == "root";

    private static string? FindTools() => Places.Where(Directory.Exists)
        .SelectMany(p => Directory.EnumerateFiles(p, "initdb", SearchOption.AllDirectories)).Select(Path.GetDirectoryName)
        .LastOrDefault(f => File.Exists(Path.Combine(f!, "pg_ctl")));

    private string Connection(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=lab;Database={database};Maximum Pool Size=20");

    private Task<string?> AsUserAsync(string tool, params string[] arguments)
    {
        var program = Path.Combine(tools!, tool);
        return IsRoot ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments]) : RunAsync(program, arguments);
    }

    /// <summary>What went wrong; null when nothing did.</summary>
    private static async Task<string?> RunAsync(string program, params string[] arguments)
    {
        // The server inherits what is redirected, and would keep a reader waiting for as long as it runs.
        using var process = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "\"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments])
            {
                UseShellExecute = false,
                WorkingDirectory = "/",
            })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : $"{program} failed with {process.ExitCode}";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
