using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Commands;

public sealed class TestTotalsTests
{
    [Fact]
    public void Sums_over_all_result_files_and_names_what_failed()
    {
        using var folder = new TestFolder();
        folder.Write("a.trx", Results(("one", "Passed", ""), ("two", "NotExecuted", "needs a browser")));
        folder.Write("b.trx", Results(("three", "Failed", "expected 1\nbut was 2"), ("four", "Passed", "")));
        var totals = TestTotals.Read(new(folder.Path));
        totals.ToString().ShouldBe("2 passed, 1 failed, 1 skipped");
        totals.Failures.ShouldBe(["three: expected 1"]);
        totals.SkipReasons.ShouldBe(["1: needs a browser"]);
    }

    private static string Results(params (string Name, string Outcome, string Message)[] tests) => $"""
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
        {string.Concat(tests.Select(Result))}
        </Results></TestRun>
        """;

    private static string Result((string Name, string Outcome, string Message) test) =>
        $"<UnitTestResult testName=\"{test.Name}\" outcome=\"{test.Outcome}\">"
        + $"<Output><ErrorInfo><Message>{test.Message}</Message></ErrorInfo></Output></UnitTestResult>";
}
