using PairingLab.Drivers.Operator;
using PairingLab.Reports.Certification;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Tests.Certify;

/// <summary>A POS without a web page, worked by a person.</summary>
public sealed class AskedPosTests
{
    [Fact]
    public async Task Nobody_there_is_no_fault_of_the_POS()
    {
        var attempt = await CertifyBench.RunAsync(null, "example-operator.json", desk: new Person(_ => new(Verdict.NotAnswered)));
        attempt.Verdict.ShouldBe(Outcome.Error);
        attempt.Results.ShouldNotContain(r => r.Verdict == RuleVerdict.Failed);
        attempt.Devices.Single(d => d.Id == "pos").Reality.ShouldBe(DeviceReality.Operator);
    }

    [Fact]
    public async Task A_persons_no_fails_the_rule_and_the_words_are_kept()
    {
        var attempt = await CertifyBench.RunAsync(
            null, "example-operator.json", d => d with { PatienceSeconds = 0.1 }, new Person(q => new(q.Text.Contains("logo", StringComparison.Ordinal) ? Verdict.Fail : Verdict.Pass, "seen")));
        var branding = attempt.Results.Single(r => r.Rule == "SCIPAIRING02");
        branding.Verdict.ShouldBe(RuleVerdict.Failed);
        branding.Steps.ShouldContain(s => s.Contains("Does the POS show the SCI logo?", StringComparison.Ordinal) && s.Contains("fail: seen", StringComparison.Ordinal));
        attempt.Results.Single(r => r.Rule == "PL-SCI-01").Verdict.ShouldBe(RuleVerdict.Passed);

        // A POS that the person says to work, but that asks nothing of SCI, is not judged by what it did not do.
        attempt.Results.Single(r => r.Rule == "PL-SCI-15").Verdict.ShouldBe(RuleVerdict.NotTested);
    }

    [Fact]
    public async Task Not_applicable_keeps_its_reason()
    {
        var attempt = await CertifyBench.RunAsync(
            null, "example-operator.json", d => d with { PatienceSeconds = 0.1 }, new Person(q => new(q.Text.Contains("instructions", StringComparison.Ordinal) ? Verdict.NotApplicable : Verdict.Pass, "printed on the box")));
        var instructions = attempt.Results.Single(r => r.Rule == "SCIPAIRING09");
        instructions.Verdict.ShouldBe(RuleVerdict.NotApplicable);
        instructions.Reason.ShouldBe("printed on the box");
    }

    private sealed class Person(Func<OperatorQuestion, OperatorAnswer> answer) : IOperatorDesk
    {
        public Task<OperatorAnswer> AskAsync(OperatorQuestion question, CancellationToken cancel = default) => Task.FromResult(answer(question));
    }
}
