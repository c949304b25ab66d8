using PairingLab.Drivers.Operator;
using PairingLab.Host.Desk;
using PairingLab.Reports.Certification;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Tests.Certify;

/// <summary>A POS without a web page, worked by a person.</summary>
public sealed class AskedPosTests : IDisposable
{
    private readonly CertifyBench bench = new();

    [Fact]
    public async Task Nobody_there_is_no_fault_of_the_POS()
    {
        var attempt = await CertifyAsync(null);
        attempt.Verdict.ShouldBe(Outcome.Error);
        attempt.Results.ShouldAllBe(
            r => r.Verdict == RuleVerdict.NotTested || r.Reason.StartsWith("the maker does not declare", StringComparison.Ordinal),
            CertifyBench.NotPassed(attempt.Results));
        attempt.Results[0].Reason.ShouldContain("nobody answered");
        attempt.Devices.Single(d => d.Id == "pos").Reality.ShouldBe(DeviceReality.Operator);
    }

    [Fact]
    public async Task A_persons_no_fails_the_rule_and_the_words_are_kept()
    {
        var attempt = await CertifyAsync(q => (q.Contains("logo", StringComparison.Ordinal) ? Verdict.Fail : Verdict.Pass, "seen"));
        var branding = attempt.Results.Single(r => r.Rule == "SCIPAIRING02");
        branding.Verdict.ShouldBe(RuleVerdict.Failed);
        branding.Steps.ShouldContain(s =>
            s.Contains("Does the POS show the SCI logo?", StringComparison.Ordinal)
            && s.Contains("no: seen", StringComparison.Ordinal));
        attempt.Results.Single(r => r.Rule == "PL-SCI-01").Verdict.ShouldBe(RuleVerdict.Passed);

        // A POS that the person says to work, but that asks nothing of SCI, is not judged by what it did not do.
        attempt.Results.Single(r => r.Rule == "PL-SCI-15").Verdict.ShouldBe(RuleVerdict.NotTested);
    }

    [Fact]
    public async Task Not_applicable_keeps_its_reason()
    {
        var attempt = await CertifyAsync(
            q => (q.Contains("how to initiate", StringComparison.Ordinal) ? Verdict.NotApplicable : Verdict.Pass, "printed on the box"));
        var instructions = attempt.Results.Single(r => r.Rule == "SCIPAIRING09");
        instructions.Verdict.ShouldBe(RuleVerdict.NotApplicable);
        instructions.Reason.ShouldBe("printed on the box");
    }

    public void Dispose() => bench.Dispose();

    private async Task<Attempt> CertifyAsync(Func<string, (Verdict Verdict, string Text)>? answer)
    {
        TimeSpan? limit = answer is null ? TimeSpan.FromMilliseconds(20) : null;
        await using var desk = await DeskServer.StartAsync(TextReader.Null, TextWriter.Null, CancellationToken.None, limit: limit);
        desk.Desk.Changed += () =>
        {
            foreach (var question in answer is null ? [] : desk.Desk.Open)
            {
                var (verdict, text) = answer!(question.Question.Text);
                desk.Desk.Answer(question.Id, verdict, text);
            }
        };
        return await bench.CertifyAsync(
            bench.Changed("asked", "example-operator.json", ("\"without\": []", "\"without\": [], \"patienceSeconds\": 0.1")), desk);
    }
}
