using PairingLab.Reports.Certification;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Tests.Certify;

/// <summary>
/// POSs that keep every rule, and one that is not there. That the reference POS keeps them is a scenario of its own a rule.
/// </summary>
public sealed class ReferencePosTests : IDisposable
{
    private readonly CertifyBench bench = new();

    [Fact]
    public async Task Evidence_has_what_was_done_and_asked_and_no_secret()
    {
        await CertifyBench.NeedBrowserAsync();
        var attempt = await bench.CertifyAsync(CertifyBench.File("second-pos.json"));
        attempt.Results.ShouldAllBe(r => r.Verdict == RuleVerdict.Passed, CertifyBench.NotPassed(attempt.Results));
        attempt.Verdict.ShouldBe(Outcome.Passed);
        attempt.Results.Select(r => r.Rule).ShouldBe(CertifyBench.Rules.Select(r => r.Id));
        attempt.Devices.Single(d => d.Id == "pos").Reality.ShouldBe(DeviceReality.Real);
        var opened = attempt.Results.Single(r => r.Rule == "SCIPAIRING10");
        opened.Requests.ShouldContain(r => r.Method == "GET" && r.Path == "/v1/pairing-info" && r.Status == 200);
        opened.Steps.ShouldContain("When the pairing section of the POS is opened");
        attempt.Results.ShouldAllBe(r => r.Steps.Count > 1 && r.Texts.Count > 0 && r.Picture != null);
        var bodies = string.Join('\n', attempt.Results.SelectMany(r => r.Requests).Select(r => r.Body + r.Answer));
        bodies.ShouldContain("\"signing_secret_part_b\":\"•••\"");
        bodies.ShouldNotMatch("(?<![0-9a-f-])[0-9a-f]{32}(?![0-9a-f])");
    }

    [Fact]
    public async Task A_page_that_does_not_answer_is_no_fault_of_the_POS()
    {
        await CertifyBench.NeedBrowserAsync();
        var attempt = await bench.CertifyAsync(bench.Changed(
            "gone", "second-pos.json", ("\"is\": \"files\"", "\"is\": \"web\""),
            (CertifyBench.File("second-pos/index.html"), "http://127.0.0.1:1/")));
        attempt.Verdict.ShouldBe(Outcome.Error);
        attempt.Results.ShouldAllBe(r => r.Verdict == RuleVerdict.Error, CertifyBench.NotPassed(attempt.Results));
    }

    public void Dispose() => bench.Dispose();
}
