using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Tests.Api;

/// <summary>Who gets through the gate of the device API, and who does not: always 403, and nothing more is said.</summary>
public abstract class TokenTests : IAsyncLifetime
{
    private RunningMacs macs = null!;

    private long Now => macs.Now.ToUnixTimeSeconds();

    public async ValueTask InitializeAsync() => macs = await RunningMacs.StartAsync(null, Open(), "SN-1", "SN-2");

    public async ValueTask DisposeAsync()
    {
        if (macs is not null)
        {
            await macs.DisposeAsync();
        }
    }

    [Fact]
    public Task A_good_token() => Answers(200, macs.Token("SN-1"));

    [Fact]
    public Task No_token() => Answers(403, null);

    [Fact]
    public async Task Another_scheme_than_Bearer()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{macs.Address}/pos/whitelisted_pans");
        request.Headers.TryAddWithoutValidation("Authorization", $"JWT {macs.Token("SN-1")}");
        ((int)(await http.SendAsync(request)).StatusCode).ShouldBe(403);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("..")]
    [InlineData("!!!.???.###")]
    [InlineData("e30.e30.e30")]
    [InlineData("W10.W10.W10")]
    public Task Nonsense(string token) => Answers(403, token);

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    public async Task Alg_none(string alg)
    {
        var unsigned = $"{Tokens.Part($$"""{"alg":"{{alg}}","typ":"JWT"}""")}.{Tokens.Part(Claims())}";
        await Answers(403, $"{unsigned}.");
        await Answers(403, $"{unsigned}.{Base64Url.EncodeToString(new byte[256])}");
    }

    /// <summary>Algorithm confusion: the public key taken for the secret of an HMAC.</summary>
    [Fact]
    public async Task HS256_with_the_public_key()
    {
        var signed = $"{Tokens.Part("""{"alg":"HS256","typ":"JWT"}""")}.{Tokens.Part(Claims())}";
        foreach (var key in new[] { Encoding.ASCII.GetBytes(RunningMacs.PublicKey("SN-1")),
            Convert.FromBase64String(RunningMacs.PublicKey("SN-1")),
            Encoding.ASCII.GetBytes(RunningMacs.KeyOf("SN-1").ExportSubjectPublicKeyInfoPem()) })
        {
            await Answers(403, $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}");
        }
    }

    [Theory]
    [InlineData("""{"alg":"RS384"}""")]
    [InlineData("""{"alg":"RS512"}""")]
    [InlineData("""{"alg":"PS256"}""")]
    [InlineData("""{"alg":"ES256"}""")]
    [InlineData("""{"alg":"rs256"}""")]
    [InlineData("""{"alg":["RS256"]}""")]
    [InlineData("""{"alg":"RS256","alg":"RS256"}""")]
    [InlineData("""{"alg":"RS256","crit":["b64"],"b64":false}""")]
    [InlineData("""{"alg":"RS256","typ":"JWE"}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    public Task Any_other_header_though_signed_with_the_right_key(string header) =>
        Answers(403, Tokens.Sign(header, Claims(), RunningMacs.KeyOf("SN-1")));

    [Fact]
    public Task A_header_without_typ_will_do() => Answers(200, Tokens.Sign("""{"alg":"RS256"}""", Claims(), RunningMacs.KeyOf("SN-1")));

    [Fact]
    public async Task An_RS512_signature_under_an_RS256_header()
    {
        var key = RunningMacs.KeyOf("SN-1");
        await Answers(403, Tokens.Sign(Tokens.Header, Claims(), key, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1));
        await Answers(403, Tokens.Sign(Tokens.Header, Claims(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
    }

    [Theory]
    [InlineData("""{"iat":NOW,"exp":END}""")]
    [InlineData("""{"sub":"SN-1","exp":END}""")]
    [InlineData("""{"sub":"SN-1","iat":NOW}""")]
    [InlineData("""{"sub":7,"iat":NOW,"exp":END}""")]
    [InlineData("""{"sub":"","iat":NOW,"exp":END}""")]
    [InlineData("""{"sub":"SN-1","iat":"NOW","exp":END}""")]
    [InlineData("""{"sub":"SN-1","iat":NOW,"exp":"END"}""")]
    [InlineData("""{"sub":"SN-1","iat":1e300,"exp":END}""")]
    [InlineData("""{"sub":"SN-1","iat":null,"exp":null}""")]
    [InlineData("""{"sub":"SN-1","iat":-9223372036854775808,"exp":9223372036854775807}""")]
    [InlineData("""{"sub":"SN-1","iat":-9223372036854775808,"exp":END}""")]
    [InlineData("""{"sub":"SN-1","iat":NOW,"exp":9223372036854775807}""")]
    [InlineData("""{"sub":"SN-2","sub":"SN-1","iat":NOW,"exp":END}""")]
    [InlineData("""["SN-1"]""")]
    public Task Missing_wrong_or_doubled_claims(string payload) => Answers(403, Signed(payload));

    [Theory]
    [InlineData(65)]
    [InlineData(3000)]
    public Task Oversized_claims(int length) => Answers(403, Signed($$"""{"sub":"{{new string('S', length)}}","iat":NOW,"exp":END}"""));

    [Fact]
    public Task An_oversized_token() => Answers(403, Signed($$"""{"sub":"SN-1","iat":NOW,"exp":END,"more":"{{new string('x', 2000)}}"}"""));

    [Fact]
    public async Task A_signature_that_was_touched()
    {
        var token = macs.Token("SN-1");
        await Answers(403, token[..^8] + (token[^8] == 'A' ? 'B' : 'A') + token[^7..]);
        await Answers(403, token[..^4]);
        await Answers(403, token + "=");
    }

    [Fact]
    public async Task A_payload_that_was_touched()
    {
        var parts = macs.Token("SN-1").Split('.');
        await Answers(403, $"{parts[0]}.{Tokens.Part($$"""{"sub":"SN-1","iat":{{Now}},"exp":{{Now + 61}}}""")}.{parts[2]}");
    }

    [Fact]
    public async Task A_key_that_nobody_paired()
    {
        using var key = RSA.Create(2048);
        await Answers(403, Tokens.Sign(Tokens.Header, Claims(), key));
    }

    [Fact]
    public Task The_key_of_another_device() => Answers(403, Tokens.Sign(Tokens.Header, Claims(), RunningMacs.KeyOf("SN-2")));

    [Fact]
    public Task A_device_that_is_not_there() => Answers(403, Tokens.Of("SN-9", macs.Now));

    [Fact]
    public async Task A_device_that_is_not_paired_yet()
    {
        await macs.Macs.Locations.AddTerminalAsync("SN-3", "WAW-1");
        await Answers(403, macs.Token("SN-3"));
    }

    /// <summary>Issued at and expires in seconds from now: skew of 60 s at both ends, a life of 5 min.</summary>
    [Theory]
    [InlineData(-120, -60, 200)]
    [InlineData(-120, -61, 403)]
    [InlineData(60, 120, 200)]
    [InlineData(61, 121, 403)]
    [InlineData(0, 300, 200)]
    [InlineData(0, 301, 403)]
    [InlineData(-3000, 60, 403)]
    [InlineData(0, 0, 403)]
    [InlineData(10, 5, 403)]
    public Task Times(int issuedAt, int expires, int status) => Answers(status, Tokens.Of("SN-1", Now + issuedAt, Now + expires));

    [Fact]
    public async Task A_token_is_over_with_its_time()
    {
        var token = macs.Token("SN-1");
        await macs.Clock.AdvanceAsync(TimeSpan.FromSeconds(120));
        await Answers(200, token);
        await macs.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        await Answers(403, token);
    }

    [Fact]
    public async Task A_token_from_before_is_worth_nothing_after_the_terminal_is_unpaired()
    {
        var token = macs.Token("SN-1");
        await Answers(200, token);
        (await macs.Macs.Pairing.UnpairAsync("SN-1")).ShouldBeTrue();
        await Answers(403, token);
    }

    /// <summary>The gate remembers keys; each endpoint asks anew whether they hold.</summary>
    [Theory]
    [InlineData("/pos/check_entry", """{"pan":"5432101234567890","expiryDate":"05/28","entryMode":"CHIP"}""")]
    [InlineData("/pos/confirm_entry", """{"accessId":"ACCESS","adultGuests":0,"childGuests":0}""")]
    [InlineData("/pos/offline_reports", """{"entries":[]}""")]
    [InlineData("/pos/fallback_bin_ranges", null)]
    [InlineData("/pos/whitelisted_pans", null)]
    public async Task Nothing_is_done_for_a_terminal_that_has_just_been_unpaired(string path, string? body)
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody, "test");
        var accessId = await macs.CheckedAsync("SN-1");
        await macs.Macs.Pairing.UnpairAsync("SN-1");
        var before = (await macs.Macs.Locations.OperationsAsync(10)).Select(o => (o.Id, o.Status)).ToList();

        for (var time = 1; time <= 2; time++)
        {
            using var content = body is null ? null
                : new StringContent(body.Replace("ACCESS", accessId, StringComparison.Ordinal), Encoding.UTF8, "application/json");
            (await RunningMacs.ErrorOfAsync(await macs.SendAsync(path, content, macs.Token("SN-1"))))
                .ShouldBe("403 ACCESS_FORBIDDEN: Access is forbidden.");
        }

        (await macs.Macs.Locations.OperationsAsync(10)).Select(o => (o.Id, o.Status)).ShouldBe(before);
    }

    /// <summary>Who may not ask is not told how to ask better, though the gate still remembers its key.</summary>
    [Theory]
    [InlineData("/pos/check_entry", "{ this is no JSON")]
    [InlineData("/pos/check_entry", """{"pan":"1","expiryDate":"05/28","entryMode":"CHIP"}""")]
    [InlineData("/pos/check_entry", """{"pan":"5432101234567890","expiryDate":"13/28","entryMode":"CHIP"}""")]
    [InlineData("/pos/check_entry", """{"pan":"5432101234567890","expiryDate":"05/28","entryMode":"SWIPE"}""")]
    [InlineData("/pos/confirm_entry", """{"accessId":"x","childGuests":0,"childAges":[3]}""")]
    [InlineData("/pos/offline_reports", "{}")]
    [InlineData("/pos/offline_reports", """{"entries":[null]}""")]
    [InlineData("/pos/nothing", "{}")]
    [InlineData("/pos/whitelisted_pans", "{}")]
    public async Task A_wrong_request_of_a_terminal_that_has_just_been_unpaired_is_forbidden_first(string path, string body)
    {
        await Answers(200, macs.Token("SN-1"));
        (await StatusAsync(path, body)).ShouldBeOneOf(400, 404, 405);
        await macs.Macs.Pairing.UnpairAsync("SN-1");
        (await StatusAsync(path, body)).ShouldBe(403);
    }

    [Fact]
    public async Task The_old_key_is_worth_nothing_after_a_new_pairing()
    {
        var token = macs.Token("SN-1");
        await macs.Macs.Pairing.UnpairAsync("SN-1");
        var code = (await macs.Macs.Pairing.GetCodeAsync("SN-1"))!.Code;
        (await macs.SendAsync("/pos/pair", new AccessControl.Api.PairRequest("SN-1", code, RunningMacs.PublicKey("SN-2"))))
            .EnsureSuccessStatusCode();
        await Answers(403, token);
        await Answers(200, Tokens.Sign(Tokens.Header, Claims(), RunningMacs.KeyOf("SN-2")));
    }

    [Theory]
    [InlineData("/pos/check_entry")]
    [InlineData("/pos/confirm_entry")]
    [InlineData("/pos/offline_reports")]
    [InlineData("/POS/check_entry")]
    [InlineData("/pos/nothing")]
    public async Task Without_a_token_nothing_else_is_looked_at(string path)
    {
        using var broken = new StringContent("{ this is no JSON");
        var answer = await macs.SendAsync(path, broken, null);
        (await RunningMacs.ErrorOfAsync(answer)).ShouldBe("403 ACCESS_FORBIDDEN: Access is forbidden.");
    }

    [Theory]
    [InlineData("/pos/fallback_bin_ranges")]
    [InlineData("/pos/whitelisted_pans")]
    public async Task Lists_ask_for_a_token_too(string path) => ((int)(await macs.SendAsync(path, null)).StatusCode).ShouldBe(403);

    private async Task<int> StatusAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return (int)(await macs.SendAsync(path, content, macs.Token("SN-1"))).StatusCode;
    }

    private string Claims() => $$"""{"sub":"SN-1","iat":{{Now}},"exp":{{Now + 60}}}""";

    private string Signed(string payload) => Tokens.Sign(
        Tokens.Header,
        payload.Replace("NOW", $"{Now}", StringComparison.Ordinal).Replace("END", $"{Now + 60}", StringComparison.Ordinal),
        RunningMacs.KeyOf("SN-1"));

    private async Task Answers(int status, string? token) =>
        ((int)(await macs.SendAsync("/pos/whitelisted_pans", null, token)).StatusCode).ShouldBe(status);

    private protected abstract IMacsDatabase Open();
}
