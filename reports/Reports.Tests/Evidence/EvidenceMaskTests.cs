using PairingLab.Reports.Evidence;
using PairingLab.Reports.Tests.Sample;

namespace PairingLab.Reports.Tests.Evidence;

/// <summary>No secret is left in what is written, and the proof of a display is.</summary>
public class EvidenceMaskTests
{
    [Fact]
    public void A_whole_run_holds_no_secret()
    {
        using var run = new SampleRun().Write();
        ReportWriter.Write(run.Folder);
        foreach (var file in run.Folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file.FullName);
            text.ShouldNotContain(SampleRun.Otp, Case.Sensitive, file.FullName);
            text.ShouldNotContain("very-private", Case.Sensitive, file.FullName);
            text.ShouldNotContain("abcdefghijkl", Case.Sensitive, file.FullName);
        }
    }

    [Theory]
    [InlineData("""{"a":1,"apiKey":"x","keypad":"k"}""", """{"a":1,"apiKey":"•••","keypad":"k"}""")]
    [InlineData("""{ "tokens" : ["x", {"y":2}], "b" : 3 }""", """{ "tokens" : ["•••", {"y":"•••"}], "b" : 3 }""")]
    [InlineData("""[{"session":{"id":7,"on":true}},{"id":7}]""", """[{"session":{"id":"•••","on":true}},{"id":7}]""")]
    [InlineData("""{"password":"x\"y","z":"w"}""", """{"password":"•••","z":"w"}""")]
    [InlineData("""{"hmac":"cut o""", """{"hmac":"•••" """)]
    [InlineData("""{"otp":1234,"broken":}""", """{"otp":"•••","broken":}""")]
    [InlineData("otp=1234&name=x", "otp=•••&name=x")]
    [InlineData("<r><otp>1234</otp><n>1</n></r>", "<r><otp>•••</otp><n>1</n></r>")]
    [InlineData("not JSON at all", "not JSON at all")]
    public void Bodies_lose_what_stands_under_a_secrets_name(string body, string masked) =>
        Masked(body).ShouldBe(masked.TrimEnd());

    [Theory]
    [InlineData("Authorization", true)]
    [InlineData("Set-Cookie", true)]
    [InlineData("X-API-KEY", true)]
    [InlineData("pairingOTP", true)]
    [InlineData("accesstoken", true)]
    [InlineData("signing_secret_part_a", true)]
    [InlineData("sessionId", true)]
    [InlineData("Content-Type", false)]
    [InlineData("keypad", false)]
    [InlineData("option", false)]
    [InlineData("tokenizer", false)]
    public void Names_are_known_by_their_words(string name, bool secret) => SecretNames.Contains(name).ShouldBe(secret);

    [Fact]
    public void Sentences_and_segments_stay()
    {
        var mask = new SecretMask();
        mask.Add("0042");
        var seen = new Seen[] { Things.Sentence("$PLDSP,0042,07,F9*72", "seq 0042 again"), Things.Display(4, 2) };
        var step = new StepEvidence { Keyword = "Then", Text = "0042", Outcome = StepOutcome.Passed, Seen = seen };
        var masked = EvidenceMask.Apply(Scenario(step), mask).Steps[0];

        masked.Text.ShouldBe("•••");
        masked.Seen[0].ShouldBe(Things.Sentence("$PLDSP,0042,07,F9*72", "seq ••• again"));
        masked.Seen[1].ShouldBe(seen[1]);
    }

    private static string Masked(string body)
    {
        var exchange = Things.Exchange("") with { RequestBody = body };
        var step = new StepEvidence { Keyword = "Then", Text = "x", Outcome = StepOutcome.Passed, Seen = [exchange] };
        var masked = EvidenceMask.Apply(Scenario(step), new SecretMask());
        return ((ExchangeSeen)masked.Steps[0].Seen[0]).RequestBody!;
    }

    private static ScenarioEvidence Scenario(StepEvidence step) =>
        new() { FeaturePath = "a.feature", Feature = "a", Name = "a", Outcome = Outcome.Passed, Steps = [step] };
}
