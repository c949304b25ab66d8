using System.Text.Json;
using PairingLab.Drivers.Http;

namespace PairingLab.Features.Sci;

/// <summary>A POS of another maker, which speaks to SCI over HTTP by itself.</summary>
[Binding]
public sealed class OtherMakerSteps(SciSite site)
{
    private SciAnswer? answer;
    private SciKeys? keys;
    private IReadOnlyList<KeyValuePair<string, string>> kept = [];

    private SciClient Client => new(site.Bench.Http, site.Bench.Time);

    [When(@"^a POS of another maker sends the pairing code of (eftpos-\d) with the (test|live) key$")]
    public async Task SendsCode(string terminal, string key) => await SendAsync(Code((await site.TerminalAsync(terminal)).Code), key);

    [When(@"^a POS of another maker sends the pairing code ""(.*)"" with (the test key|the live key|a wrong key|no key)$")]
    public Task SendsText(string code, string key) => SendAsync(Code(code), key.Split(' ')[^2]);

    [When(@"^a POS of another maker sends the pairing request (.*)$")]
    public Task SendsBody(string body) => SendAsync(body, "test");

    [Given(@"^a POS of another maker is paired with (eftpos-\d)$")]
    public async Task IsPaired(string terminal)
    {
        await Waits(terminal);
        await (await site.TerminalAsync(terminal)).ConfirmAsync();
    }

    [Given(@"^a POS of another maker waits for the confirmation on (eftpos-\d)$")]
    public async Task Waits(string terminal)
    {
        await SendAsync(Code(await site.InitiateAsync(terminal)), "test");
        answer!.Status.ShouldBe(200, answer.ToString());
        var partA = (await site.Bench.DirectoryAsync()).System("sci").Credentials!["signingSecretPartA"];
        keys = new(answer.Data("sci_api_base_url"), answer.Data("key_id"), partA + answer.Data("signing_secret_part_b"));
        site.Bench.Witness.Secret(keys.Secret);
    }

    [When(@"^it asks for (GET|POST) (/\S+)$")]
    public async Task Asks(string method, string target) => answer = await Client.SignedAsync(keys!, method, target);

    [When(@"^it asks for GET /v1/pairing-info with its clock (\d+) seconds (slow|fast)$")]
    public async Task AsksLate(int seconds, string way) =>
        answer = await Client.SignedAsync(
            keys!, "GET", "/v1/pairing-info", clockOff: TimeSpan.FromSeconds(way == "slow" ? -seconds : seconds));

    [When(@"^it asks for GET /v1/pairing-info and signs the host (without its port|of another server)$")]
    public async Task AsksWithAuthority(string what) => answer = await Client.SignedAsync(
        keys!,
        "GET",
        "/v1/pairing-info",
        authority: what == "without its port" ? new Uri(keys!.BaseUrl).Host : "sci-api.elsewhere.example");

    [When(@"^it posts to (/\S+) the body (.*)$")]
    public async Task Posts(string target, string body) => answer = await Client.SignedAsync(keys!, "POST", target, body);

    [When(@"^it asks for GET /v1/pairing-info without a signature$")]
    public async Task AsksUnsigned() => answer = await Client.SendAsync("GET", $"{keys!.BaseUrl}/v1/pairing-info", null, []);

    [When(@"^it asks for GET /v1/pairing-info, and somebody sends the same request again after (\d+) seconds$")]
    public async Task Replays(int seconds)
    {
        kept = await Client.SignAsync(keys!, "GET", "/v1/pairing-info");
        (await Client.SendAsync("GET", $"{keys!.BaseUrl}/v1/pairing-info", null, kept)).Status.ShouldBe(200);
        await site.Bench.Time.PassAsync(TimeSpan.FromSeconds(seconds));
        answer = await Client.SendAsync("GET", $"{keys.BaseUrl}/v1/pairing-info", null, kept);
    }

    [When(@"^a page of another origin asks the browser whether it may call (/\S+)$")]
    public async Task Preflight(string path) => answer = await Client.SendAsync(
        "OPTIONS", keys!.BaseUrl + path, null, [new("Origin", "https://pos.example"), new("Access-Control-Request-Method", "POST")]);

    [Then(@"^it may, with the headers ""(.*)""$")]
    public void MayWith(string headers)
    {
        answer!.Status.ShouldBe(204);
        answer.Headers["Access-Control-Allow-Origin"].ShouldBe("*");
        answer.Headers["Access-Control-Allow-Headers"].ShouldBe(headers);
    }

    [Then(@"^SCI answers (\d{3})$")]
    public void Answers(int status) => answer!.Status.ShouldBe(status, answer.ToString());

    [Then(@"^SCI answers (\d{3}) (\S+) ""(.*)""$")]
    public void AnswersError(int status, string code, string message)
    {
        (answer!.Status, answer.ErrorCode).ShouldBe((status, code), answer.ToString());
        answer.ErrorMessage.ShouldNotBeNull().ShouldStartWith(message);
    }

    private static string Code(string code) => JsonSerializer.Serialize(new { pairing_code = code, pairing_nickname = "Front Bar" });

    private async Task SendAsync(string body, string key)
    {
        var sci = (await site.Bench.DirectoryAsync()).System("sci");
        var authorization = key switch
        {
            "test" => $"ApiKey {sci.Credentials!["apiKey"]}",
            "live" => $"ApiKey {sci.Credentials!["liveApiKey"]}",
            "no" => null,
            _ => "ApiKey guessed",
        };
        answer = await Client.ProgressAsync(new(sci.Api!), authorization, body);
    }
}
