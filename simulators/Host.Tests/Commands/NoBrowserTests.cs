using System.Diagnostics;
using PairingLab.Host.Commands;
using PairingLab.Host.Runs;

namespace PairingLab.Host.Tests.Commands;

/// <summary>On a machine that has .NET and no browser, and cannot fetch one, all runs that needs none.</summary>
public sealed class NoBrowserTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task A_scenario_that_needs_a_browser_is_skipped_with_what_to_install()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere browsers have fixed places");
        var program = new FeaturesBuild(Repository.Find(), new(TextWriter.Null, TextWriter.Null, isRedirected: true)).Assembly;
        string[] arguments = [program, "-noColor", "-filterVSTest", "DisplayName=The fingerprint is compared by pieces"];
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["PATH"] = folder.Path;
        start.Environment["PLAYWRIGHT_BROWSERS_PATH"] = folder.Path;
        start.Environment["PAIRINGLAB_BROWSER"] = "";
        start.Environment["PAIRINGLAB_RUN"] = Path.Combine(folder.Path, "run");

        using var features = Process.Start(start)!;
        var said = await features.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await features.WaitForExitAsync(TestContext.Current.CancellationToken);

        features.ExitCode.ShouldBe(0, said);
        said.ShouldContain("no browser found: install one (Debian and Ubuntu: apt-get install chromium");
        said.ShouldContain("Total: 1, Errors: 0, Failed: 0, Skipped: 1");
    }

    [Fact]
    public void Only_what_cannot_do_without_a_browser_is_refused_where_there_is_none()
    {
        Plan(new() { Selection = new() { Tags = "@smoke" } }).NeedsBrowser.ShouldBeFalse();
        var some = Plan(new());
        (some.NeedsBrowser, some.NeedsBrowserThroughout).ShouldBe((true, false));
        Plan(new() { ThroughBrowser = true }).NeedsBrowserThroughout.ShouldBeTrue();
    }

    public void Dispose() => folder.Dispose();

    private static RunPlan Plan(RunOptions options) => RunPlan.Make(options, Repository.Find());
}
