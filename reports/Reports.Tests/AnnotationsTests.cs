using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Tests;

public class AnnotationsTests
{
    private static readonly FailureNote Failure =
        new(Outcome.Failed, "a", "50 %: b, c", "Sci/A.feature:12", "Then \"x\"", "first\nsecond", "p.html");

    [Fact]
    public void GitHub_gets_an_error_at_the_line_of_the_feature() => Lines("GITHUB_ACTIONS").ShouldBe(
    [
        "::error file=features/Sci/A.feature,line=12,title=50 %25%3A b%2C c::Then \"x\": first%0Asecond",
        "::warning file=features/Sci/A.feature,line=12,title=50 %25%3A b%2C c::Then \"x\": first%0Asecond",
    ]);

    [Fact]
    public void Azure_gets_an_issue_on_one_line() => Lines("TF_BUILD").ShouldBe(
    [
        "##vso[task.logissue type=error;sourcepath=features/Sci/A.feature;linenumber=12]50 %: b, c: Then \"x\": first second",
        "##vso[task.logissue type=warning;sourcepath=features/Sci/A.feature;linenumber=12]50 %: b, c: Then \"x\": first second",
    ]);

    [Fact]
    public void A_person_gets_none() => Lines("HOME").ShouldBeEmpty();

    private static List<string> Lines(string server) =>
    [
        .. Annotations.Of(
            new()
            {
                Folder = new DirectoryInfo("x"),
                Passed = 0,
                Failed = 1,
                Error = 0,
                Skipped = 0,
                Flaky = 1,
                Failures = [Failure, Failure with { Outcome = Outcome.Flaky }],
                Missing = [],
                Problems = [],
            },
            name => name == server ? "true" : null),
    ];
}
