using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PairingLab.Commander.Api;
using PairingLab.Commander.Service;

namespace PairingLab.Commander.Tests.Api;

public sealed class PairingApiTests : IAsyncLifetime
{
    /// <summary>Its script is the lab's own: a shop without the internet reads the documents, too.</summary>
    [Fact]
    public async Task The_openapi_document_has_a_page_that_needs_no_internet()
    {
        var page = await commander.GetAsync("/docs/");

        page.ShouldContain("scalar.js");
        page.ShouldContain("openapi.json");
        page.ShouldNotContain("http");
        (await commander.GetAsync("/docs/scalar.js")).Length.ShouldBeGreaterThan(100_000);
    }

    private RunningCommander commander = null!;

    public async ValueTask InitializeAsync() => commander = await RunningCommander.StartAsync();

    public async ValueTask DisposeAsync() => await commander.DisposeAsync();

    [Fact]
    public async Task Who_proves_the_otp_gets_a_certificate_of_at_most_a_year()
    {
        using var certificate = await commander.PairAsync();

        CertificateAuthority.WorkstationOf(certificate).ShouldBe("pos-1");
        (certificate.NotAfter.ToUniversalTime() - commander.Clock.GetUtcNow().UtcDateTime)
            .ShouldBeLessThanOrEqualTo(TimeSpan.FromDays(365));
        commander.Service.State.Paired.Keys.ShouldBe(["pos-1"]);
    }

    [Fact]
    public async Task A_wrong_proof_burns_the_otp()
    {
        var (session, otp) = await commander.BeginAsync(await commander.OpenSiteSecurityAsync());
        var request = Requests.New();
        var right = (await commander.ConfirmationsAsync(session, otp, request)).OfA;

        (await RunningCommander.CodeOfAsync(await commander.CompleteAsync(session, request, new byte[32])))
            .ShouldBe("403 wrong_pairing_otp");
        (await RunningCommander.CodeOfAsync(await commander.CompleteAsync(session, request, right))).ShouldBe("410 session_over");
        (await RunningCommander.CodeOfAsync(await commander.ShareAsync(session, ""))).ShouldBe("410 session_over");
        commander.Service.State.Paired.ShouldBeEmpty();
    }

    /// <summary>A man in the middle shows a certificate of his own, so that the workstation's proof is over another fingerprint.</summary>
    [Fact]
    public async Task A_proof_over_another_commanders_certificate_pairs_nobody()
    {
        var (session, otp) = await commander.BeginAsync(await commander.OpenSiteSecurityAsync());
        var request = Requests.New();

        var proof = (await commander.ConfirmationsAsync(session, otp, request, fingerprint: new byte[32])).OfA;
        var answer = await commander.CompleteAsync(session, request, proof);

        (await RunningCommander.CodeOfAsync(answer)).ShouldBe("403 wrong_pairing_otp");
    }

    [Fact]
    public async Task A_proof_for_another_request_pairs_nobody()
    {
        var (session, otp) = await commander.BeginAsync(await commander.OpenSiteSecurityAsync());

        var proof = (await commander.ConfirmationsAsync(session, otp, Requests.New())).OfA;
        var answer = await commander.CompleteAsync(session, Requests.New(), proof);

        (await RunningCommander.CodeOfAsync(answer)).ShouldBe("403 wrong_pairing_otp");
    }

    [Fact]
    public async Task Of_many_completions_at_once_one_gets_a_certificate()
    {
        var (session, otp) = await commander.BeginAsync(await commander.OpenSiteSecurityAsync());
        var request = Requests.New();
        var proof = (await commander.ConfirmationsAsync(session, otp, request)).OfA;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => commander.CompleteAsync(session, request, proof)));

        answers.Select(a => a.StatusCode).Order().ShouldBe([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.Gone, 7)]);
    }

    [Theory]
    [InlineData("rsa")]
    [InlineData("rsa-pss")]
    [InlineData("p-192")]
    [InlineData("signature")]
    [InlineData("empty")]
    [InlineData("noise")]
    [InlineData("null")]
    public async Task A_request_that_is_no_sound_pkcs10_of_our_kind_is_a_bad_request(string kind)
    {
        var (session, otp) = await commander.BeginAsync(await commander.OpenSiteSecurityAsync());
        var request = kind switch
        {
            "rsa" => Requests.Rsa(System.Security.Cryptography.RSASignaturePadding.Pkcs1),
            "rsa-pss" => Requests.Rsa(System.Security.Cryptography.RSASignaturePadding.Pss),
            "p-192" => Requests.Short(),
            "signature" => Requests.WithWrongSignature(),
            "empty" => [],
            "noise" => [0x30, 0x82, 1, 2, 3],
            _ => null,
        };

        var answer = request is null
            ? await commander.PostAsync($"/pairing/sessions/{session}/complete", new CompletePairingRequest(null!, null!))
            : await commander.CompleteAsync(session, request, (await commander.ConfirmationsAsync(session, otp, request)).OfA);

        (await RunningCommander.CodeOfAsync(answer)).ShouldBe("400 bad_request");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("!")]
    [InlineData("")]
    [InlineData("BAAA")]
    public async Task A_share_that_is_no_point_of_the_curve_is_a_bad_request_and_no_guess(string? share)
    {
        var (session, otp) = await commander.BeginAsync(await commander.OpenSiteSecurityAsync());

        (await RunningCommander.CodeOfAsync(await commander.ShareAsync(session, share!))).ShouldBe("400 bad_request");

        var request = Requests.New();
        var proof = (await commander.ConfirmationsAsync(session, otp, request)).OfA;
        (await commander.CompleteAsync(session, request, proof)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Who could see the Commander's confirmation first would test a guess without its being counted.</summary>
    [Fact]
    public async Task A_guess_is_answered_with_nothing_but_a_refusal_and_costs_the_session()
    {
        var (session, otp) = await commander.BeginAsync(await commander.OpenSiteSecurityAsync());
        var request = Requests.New();
        var guess = (await commander.ConfirmationsAsync(session, otp == "000000" ? "111111" : "000000", request)).OfA;

        var answer = await commander.CompleteAsync(session, request, guess);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateObject().Select(p => p.Name).ShouldBe(["error"]);
        commander.Service.State.Session.ShouldBeNull();
        commander.Service.State.Service!.WrongOtps.ShouldBe(1);
    }

    [Fact]
    public async Task A_proof_without_shares_pairs_nobody()
    {
        var (session, _) = await commander.BeginAsync(await commander.OpenSiteSecurityAsync());

        var answer = await commander.CompleteAsync(session, Requests.New(), []);

        (await RunningCommander.CodeOfAsync(answer)).ShouldBe("403 wrong_pairing_otp");
    }

    [Theory]
    [InlineData("/config/sign-in")]
    [InlineData("/config/site-security")]
    [InlineData("/config/auto-upgrade")]
    [InlineData("/pairing/sessions")]
    [InlineData("/pairing/sessions/x/share")]
    [InlineData("/pairing/sessions/x/complete")]
    public async Task Whatever_the_body_is_the_answer_is_no_error_of_ours(string path)
    {
        string[] bodies =
            ["", "null", "{", "[]", "{}", "7", """{"user":7}""", """{"workstation":"\u0000","vendor":"Verifone","model":"Topaz"}""",
            """{"workstation":"\ud800","vendor":"Verifone","model":"Topaz"}""", """{"request":"!","proof":"!"}""",
            $$"""{"otp":"{{new string('9', 1_000_000)}}"}"""];
        foreach (var body in bodies)
        {
            var answer = await commander.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
            ((int)answer.StatusCode).ShouldBeInRange(400, 499, $"{path} {body[..Math.Min(80, body.Length)]}");
        }
    }

    [Fact]
    public async Task Guessed_user_names_leave_nothing_behind_but_one_count()
    {
        for (var guess = 1; guess <= 20; guess++)
        {
            (await commander.PostAsync("/config/sign-in", new SignInRequest($"guess{guess}", "secret"))).IsSuccessStatusCode
                .ShouldBeFalse();
        }

        commander.Service.State.WrongPasswords.Count.ShouldBe(1);
        commander.Service.State.WrongPasswords.ShouldNotContainKey("manager", "a guess of others locks nobody out");
    }

    [Fact]
    public async Task A_name_that_no_certificate_can_carry_begins_no_pairing()
    {
        await commander.OpenSiteSecurityAsync();
        foreach (var name in new[] { "", "  ", "\u0000", "a\nb", new string('x', 65), "pos\u0000-1" })
        {
            var answer = await commander.PostAsync("/pairing/sessions", new BeginPairingRequest(name, "Verifone", "Topaz"));
            (await RunningCommander.CodeOfAsync(answer)).ShouldBe("400 bad_workstation");
        }
    }

    [Fact]
    public async Task Base_53_28_has_no_pairing()
    {
        await using var old = await RunningCommander.StartAsync("53.28");

        var answer = await old.PostAsync("/pairing/sessions", new BeginPairingRequest("pos-1", "Verifone", "Topaz"));
        (await RunningCommander.CodeOfAsync(answer)).ShouldBe("404 not_found");
        JsonSerializer.Deserialize<SoftwareResponse>(await old.GetAsync("/software"), LabJson.Options)!.Base.ShouldBe("53.28");
    }

    [Fact]
    public async Task The_openapi_document_lists_every_route()
    {
        var paths = JsonDocument.Parse(await commander.GetAsync("/openapi.json")).RootElement.GetProperty("paths").EnumerateObject()
            .Select(p => p.Name);

        paths.ShouldBe(
            ["/software", "/config/sign-in", "/config/sign-out", "/config/site-otp", "/config/security",
             "/config/users", "/config/users/{user}", "/config/site-security",
             "/config/users/{user}/force-password-change", "/config/users/{user}/mail", "/config/password-settings", "/config/password",
             "/config/pairing-service",
             "/config/pairing-otp", "/config/revoke-all-trust", "/config/auto-upgrade", "/config/workstations", "/config/system-messages",
             "/trust", "/pairing/sessions", "/pairing/sessions/{id}/share", "/pairing/sessions/{id}/complete",
             "/pairing/sessions/{id}", "/link"],
            ignoreOrder: true);
    }
}
