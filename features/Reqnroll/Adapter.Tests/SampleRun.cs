using System.Diagnostics;
using System.Xml.Linq;

namespace PairingLab.ReqnrollAdapter.Tests;

/// <summary>The features of Sample.Tests, run once as a program.</summary>
public sealed class SampleRun : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pairinglab-reqnroll-");

    /// <summary>Each test's result by its name.</summary>
    public IReadOnlyDictionary<string, XElement> Results { get; private set; } = new Dictionary<string, XElement>(StringComparer.Ordinal);

    /// <summary>What hooks and steps noted, in their order.</summary>
    public IReadOnlyList<string> Log { get; private set; } = [];

    /// <summary>What Reqnroll's message formatter wrote.</summary>
    public string Messages { get; private set; } = "";

    /// <summary>What Reqnroll's HTML formatter wrote.</summary>
    public string Html { get; private set; } = "";

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        string[] arguments = [Program(), "-noColor", "-noAutoReporters", "-preEnumerateTheories", "-xml", File("results.xml")];
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["SAMPLE_LOG"] = File("log.txt");
        start.Environment["REQNROLL_FORMATTERS_MESSAGE"] = $"outputFilePath={File("messages.ndjson")}";
        start.Environment["REQNROLL_FORMATTERS_HTML"] = $"outputFilePath={File("report.html")}";
        using var program = Process.Start(start)!;
        var said = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        System.IO.File.Exists(File("results.xml")).ShouldBeTrue(said);
        var tests = XDocument.Load(File("results.xml")).Descendants("test");
        Results = tests.ToDictionary(t => (string)t.Attribute("name")!, StringComparer.Ordinal);
        Log = await System.IO.File.ReadAllLinesAsync(File("log.txt"));
        Messages = await System.IO.File.ReadAllTextAsync(File("messages.ndjson"));
        Html = await System.IO.File.ReadAllTextAsync(File("report.html"));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The program of the sample.</summary>
    public static string Program()
    {
        var sample = AppContext.BaseDirectory.Replace("Adapter.Tests", "Sample.Tests", StringComparison.Ordinal);
        return Path.Combine(sample, "PairingLab.ReqnrollSample.Tests.dll");
    }

    /// <summary>What `dotnet test` says of the sample.</summary>
    public static async Task<string> DotnetTestAsync(params string[] arguments)
    {
        string[] all = ["test", Program(), .. arguments];
        var start = new ProcessStartInfo("dotnet", all) { UseShellExecute = false, RedirectStandardOutput = true };
        using var tests = Process.Start(start)!;
        var said = await tests.StandardOutput.ReadToEndAsync();
        await tests.WaitForExitAsync();
        return said.ReplaceLineEndings("\n");
    }

    private string File(string name) => Path.Combine(folder.FullName, name);
}
