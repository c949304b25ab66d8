using PairingLab.Reports.Evidence;
using PairingLab.Reports.Html;
using PairingLab.Reports.Tests.Sample;

namespace PairingLab.Reports.Tests.Html;

/// <summary>What the report says of a failure beside its message.</summary>
public sealed class FailureTests : IDisposable
{
    private const string Content = """
        Feature: Pairing

          Rule: An OTP is short-lived
            As the guide says.

            Known causes:
            - the clock of the workstation is wrong
            - the OTP was read from a display
              that stood still

            Scenario: It expires
              Known causes:
              - a slow person

              Then pos-1 shows "OTP expired"
        """;

    private readonly SampleRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Expected_and_seen_are_compared_word_by_word()
    {
        var (expected, seen) = WordDiff.Of("pos-1 shows OTP expired", "pos-1 shows Paired");
        expected.Where(p => !p.IsCommon).Select(p => p.Text).ShouldBe(["OTP expired"]);
        seen.Where(p => !p.IsCommon).Select(p => p.Text).ShouldBe(["Paired"]);
        string.Concat(expected.Select(p => p.Text)).ShouldBe("pos-1 shows OTP expired");
    }

    [Theory]
    [InlineData("x a b c", "a b c y", "x ", " y")]
    [InlineData("a b a b c", "b c a b c", "a b ", " c")]
    public void As_many_words_as_can_be_are_common(string one, string other, string onlyOne, string onlyOther)
    {
        var (expected, seen) = WordDiff.Of(one, other);
        string.Concat(expected.Where(p => !p.IsCommon).Select(p => p.Text)).Length.ShouldBeLessThanOrEqualTo(onlyOne.Length);
        string.Concat(seen.Where(p => !p.IsCommon).Select(p => p.Text)).Length.ShouldBeLessThanOrEqualTo(onlyOther.Length);
    }

    [Fact]
    public void Texts_that_are_too_long_to_be_compared_are_shown_as_they_are()
    {
        var (expected, seen) = WordDiff.Of(string.Concat(Enumerable.Repeat("a ", 2000)), string.Concat(Enumerable.Repeat("b ", 2000)));
        expected.ShouldHaveSingleItem().IsCommon.ShouldBeFalse();
        seen.ShouldHaveSingleItem().IsCommon.ShouldBeFalse();
    }

    [Fact]
    public void The_card_and_the_page_show_the_difference_and_no_secret()
    {
        var (index, page) = Written(null);
        foreach (var html in new[] { index, page })
        {
            html.ShouldContain("<del>OTP expired</del>");
            html.ShouldContain("<ins>Paired</ins>");
            html.ShouldNotContain(SampleRun.Otp);
        }
    }

    [Fact]
    public void The_causes_that_the_scenario_and_its_rule_name_are_shown()
    {
        var (index, page) = Written(null);
        foreach (var html in new[] { index, page })
        {
            html.IndexOf("a slow person", StringComparison.Ordinal).ShouldBeInRange(
                1, html.IndexOf("the clock of the workstation is wrong", StringComparison.Ordinal));
            html.ShouldContain("the OTP was read from a display that stood still");
        }
    }

    [Theory]
    [InlineData("vscode", "href=\"vscode://file/work/my%20lab/features/a.feature:11\"")]
    [InlineData("rider", "href=\"jetbrains://rider/navigate/reference?project=PairingLab&amp;path=work/my%20lab/features/a.feature:11\"")]
    [InlineData("visual-studio", "devenv /Edit &quot;/work/my lab/features/a.feature&quot; /Command &quot;Edit.GoTo 11&quot;")]
    [InlineData("edit://{path}#{line}", "href=\"edit://work/my%20lab/features/a.feature#11\"")]
    public void The_place_opens_in_the_editor_that_is_set(string editor, string link)
    {
        var (index, page) = Written(EditorLinks.Of(editor, "/work/my lab/"));
        index.ShouldContain(link);
        page.ShouldContain(link);
    }

    [Fact]
    public void An_unknown_editor_is_told_which_there_are() =>
        Should.Throw<InvalidDataException>(() => EditorLinks.Of("vs code", "/")).Message.ShouldBe(
            "PAIRINGLAB_EDITOR 'vs code' is no editor; allowed values: vscode, rider, visual-studio, or a link with {path} and {line}");

    [Fact]
    public void The_trace_is_opened_by_one_command()
    {
        var (index, page) = Written(null);
        index.ShouldContain("./run-lab.sh trace 2026-03-02T09-30-00 trace.zip");
        page.ShouldContain("./run-lab.sh trace 2026-03-02T09-30-00 trace.zip");
    }

    [Fact]
    public void Who_stopped_the_run_and_when_is_said()
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 31, 0, TimeSpan.Zero);
        run.Evidence.WriteRun(run.Run with { Finished = null, Interventions = [new(Intervention.Stop, "ann", at)] });
        var index = File.ReadAllText(ReportWriter.Write(run.Folder).Index);
        index.ShouldContain($"it was stopped by ann at {at.ToLocalTime():HH:mm:ss}");
        index.ShouldContain("stop by ann at");
    }

    private (string Index, string Page) Written(EditorLinks? editor)
    {
        run.Evidence.WriteRun(run.Run);
        run.Evidence.KeepFeature("a.feature", Content);
        var secrets = new SecretMask();
        secrets.Add(SampleRun.Otp);
        run.Evidence.Add(
            new()
            {
                FeaturePath = "a.feature",
                Feature = "Pairing",
                Name = "It expires",
                Line = 11,
                Outcome = Outcome.Failed,
                Error = new("it did not", null, null)
                {
                    Expected = $"{SampleRun.Otp} shows OTP expired",
                    Seen = $"{SampleRun.Otp} shows Paired",
                },
                Around = [new FileSeen { Name = run.Evidence.KeepFile("trace.zip", [1], new()), Caption = "Playwright trace" }],
            },
            secrets);
        var reading = RunReading.Of(run.Folder);
        reading.Editor = editor;
        ReportWriter.Write(reading);
        return (
            File.ReadAllText(reading.Summary.Index).Replace("<!--!-->", "", StringComparison.Ordinal),
            File.ReadAllText(run.Folder.EnumerateFiles("0001-*.html", SearchOption.AllDirectories).Single().FullName));
    }
}
