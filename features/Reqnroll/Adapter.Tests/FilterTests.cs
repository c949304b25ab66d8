using System.Diagnostics;

namespace PairingLab.ReqnrollAdapter.Tests;

/// <summary>The filters of <c>dotnet test</c> and of test explorers that docs/running.md names pick scenarios, rows and features.</summary>
public sealed class FilterTests
{
    private const string First = "An outline (word: one, tags: of-scenario,of-first,of-feature,of-rule)";
    private const string Second = "An outline (word: two, tags: of-scenario,of-first,of-feature,of-rule)";
    private const string Third = "An outline (word: three, tags: of-scenario,of-second,of-feature,of-rule)";

    [Theory]
    [InlineData("DisplayName~plain", "A plain scenario")]
    [InlineData("DisplayName~\\(word: two", Second)]
    [InlineData("FullyQualifiedName=PairingLab.ReqnrollSample.Tests.OrderFeature.APlainScenario", "A plain scenario")]
    [InlineData("FullyQualifiedName~OrderFeature", "A plain scenario", First, Second, Third)]
    [InlineData("Category=of-second", Third)]
    [InlineData("Category=of-feature&Category!=of-first", "A plain scenario", Third)]
    [InlineData("Place=Order.feature:8", "A plain scenario")]
    [InlineData("Place=Order.feature:40", Third)]
    [InlineData("Category=of-third")]
    public async Task A_filter_picks(string filter, params string[] expected)
    {
        string[] arguments = [SampleRun.Program(), "-noColor", "-preEnumerateTheories", "-filterVSTest", filter, "-list", "tests"];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var program = Process.Start(start)!;
        var listed = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        var names = listed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        names.Where(n => !n.StartsWith("xUnit.net", StringComparison.Ordinal)).ShouldBe(expected, ignoreOrder: true);
    }
}
