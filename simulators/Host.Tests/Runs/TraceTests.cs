using System.IO.Compression;
using PairingLab.Host.Tests.Commands;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Tests.Runs;

/// <summary>The browser trace of a scenario, opened by one command.</summary>
public sealed class TraceTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_is_served_for_a_browser()
    {
        Run("one.zip");
        await using var viewer = LabProcess.StartIn(folder.Path, "trace", "r", "--port", "0");
        (await viewer.LineAsync("Listening on http://127.0.0.1:")).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("no traces", "the run r has no traces", "trace", "r")]
    [InlineData("two", "the run r has several traces; name one: one.zip, two.zip", "trace", "r")]
    [InlineData("two", "no trace 'on.zip'; did you mean 'one.zip'?", "trace", "r", "on.zip")]
    [InlineData("two", "no run 'q'", "trace", "q")]
    public async Task What_is_not_there_is_told_with_what_is(string what, string text, params string[] args)
    {
        Run(what == "two" ? ["one.zip", "two.zip"] : []);
        await using var viewer = LabProcess.StartIn(folder.Path, args);
        (await viewer.EndAsync()).ShouldBe(2);
        viewer.Output.ShouldContain(text);
    }

    private void Run(params string[] traces)
    {
        var evidence = new EvidenceFolder(new(Path.Combine(folder.Path, "r")));
        evidence.WriteRun(new() { Id = "r", Started = DateTimeOffset.UnixEpoch });
        foreach (var trace in traces)
        {
            using var zip = new MemoryStream();
            using (var archive = new ZipArchive(zip, ZipArchiveMode.Create))
            {
                archive.CreateEntry("trace.trace");
            }

            evidence.KeepFile(trace, zip.ToArray(), new());
        }
    }
}
