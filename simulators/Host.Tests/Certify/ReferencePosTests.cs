using PairingLab.Reports.Certification;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Tests.Certify;

/// <summary>The POSs that keep every rule.</summary>
public sealed class ReferencePosTests
{
    [SkippableFact]
    public async Task The_reference_POS_keeps_every_rule()
    {
        await using var browser = await CertifyBench.BrowserAsync();
        var attempt = await CertifyBench.RunAsync(browser, "reference-pos.json");
        attempt.Results.ShouldAllBe(r => r.Verdict == RuleVerdict.Passed, CertifyBench.NotPassed(attempt));
        attempt.Verdict.ShouldBe(Outcome.Passed);
        attempt.Results.Select(r => r.Rule).ShouldBe(SciRules.All.Select(r => r.Id));
        attempt.Devices.Single(d => d.Id == "pos").Reality.ShouldBe(DeviceReality.Simulated);
    }

    [SkippableFact]
    public async Task Evidence_has_what_was_done_and_asked_and_no_secret()
    {
        await using var browser = await CertifyBench.BrowserAsync();
        var attempt = await CertifyBench.RunAsync(browser, "second-pos.json");
        attempt.Results.ShouldAllBe(r => r.Verdict == RuleVerdict.Passed, CertifyBench.NotPassed(attempt));
        var opened = attempt.Results.Single(r => r.Rule == "SCIPAIRING10");
        opened.Requests.ShouldContain(r => r.Method == "GET" && r.Path == "/v1/pairing-info" && r.Status == 200);
        attempt.Results.ShouldAllBe(r => r.Steps.Count > 0 || r.Texts.Count > 0);
        var bodies = string.Join('\n', attempt.Results.SelectMany(r => r.Requests).Select(r => r.Body + r.Answer));
        bodies.ShouldContain("\"signing_secret_part_b\":\"•••\"");
        bodies.ShouldNotMatch("(?<![0-9a-f-])[0-9a-f]{32}(?![0-9a-f])");
    }

    [SkippableFact]
    public async Task A_page_that_does_not_answer_is_no_fault_of_the_POS()
    {
        await using var browser = await CertifyBench.BrowserAsync();
        var attempt = await CertifyBench.RunAsync(browser, "second-pos.json", d => d with { Is = Drivers.Certification.PosWay.Web, Page = "http://127.0.0.1:1/" });
        attempt.Verdict.ShouldBe(Outcome.Error);
        attempt.Results.ShouldNotContain(r => r.Verdict == RuleVerdict.Failed);
    }
}
