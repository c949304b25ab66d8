using PairingLab.Sci.Signing;

namespace PairingLab.Sci.Tests.Api;

public sealed class SignatureTests : IAsyncLifetime
{
    private const string Refused = "401 no_valid_signatures_found";
    private RunningSci sci = null!;
    private Paired paired = null!;

    public async ValueTask InitializeAsync()
    {
        sci = await RunningSci.StartAsync();
        paired = await sci.PairAsync();
    }

    public async ValueTask DisposeAsync() => await sci.DisposeAsync();

    [Theory]
    [InlineData(0, true)]
    [InlineData(5, true)]
    [InlineData(-5, true)]
    [InlineData(6, false)]
    [InlineData(-6, false)]
    [InlineData(3600, false)]
    public async Task The_clock_may_be_off_by_five_seconds(int seconds, bool good)
    {
        var answer = await paired.AskAsync("GET", "/v1/pairing-info", null, TimeSpan.FromSeconds(seconds));
        (answer.Status == 200 ? "200" : answer.Error).ShouldBe(good ? "200" : Refused);
    }

    [Fact]
    public async Task The_authority_may_be_signed_without_its_port()
    {
        var bare = paired.Signer.Sign("GET", new("http://127.0.0.1/v1/pairing-info"), [], sci.Clock.GetUtcNow());
        (await SendAsync("GET", "/v1/pairing-info", null, bare)).Status.ShouldBe(200);
        var other = paired.Signer.Sign("GET", new("http://127.0.0.2/v1/pairing-info"), [], sci.Clock.GetUtcNow());
        (await SendAsync("GET", "/v1/pairing-info", null, other)).Error.ShouldBe(Refused);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    public async Task Unpair_takes_no_body_and_an_empty_object(string? body) =>
        (await paired.AskAsync("POST", "/v1/unpair", body)).Status.ShouldBe(204);

    [Fact]
    public async Task A_digest_may_be_signed_on_a_get_too_and_must_then_be_right()
    {
        var good = Sign("GET", "/v1/pairing-info", ContentDigest.Of([]), """("@method" "@authority" "@request-target" "content-digest")""");
        (await SendAsync("GET", "/v1/pairing-info", null, good)).Status.ShouldBe(200);
        var wrong = Sign(
            "GET", "/v1/pairing-info", ContentDigest.Of([1]), """("@method" "@authority" "@request-target" "content-digest")""");
        (await SendAsync("GET", "/v1/pairing-info", null, wrong)).Error.ShouldBe(Refused);
    }

    [Theory]
    [InlineData("""()""")]
    [InlineData("""("@method")""")]
    [InlineData("""("@method" "@authority")""")]
    [InlineData("""("@method" "@authority" "@request-target" "@method")""")]
    [InlineData("""("@method" "@authority" "@request-target" "date")""")]
    [InlineData("""("@method" "@authority" "@path")""")]
    [InlineData("""("@method" "@authority" "@request-target" "content-digest")""")]
    public async Task A_signature_over_other_components_is_refused(string components) =>
        (await SendAsync("GET", "/v1/pairing-info", null, Sign("GET", "/v1/pairing-info", null, components))).Error.ShouldBe(Refused);

    [Fact]
    public async Task A_post_without_its_digest_is_refused()
    {
        var unsigned = Sign("POST", "/v1/unpair", ContentDigest.Of([]), """("@method" "@authority" "@request-target")""");
        (await SendAsync("POST", "/v1/unpair", null, unsigned)).Error.ShouldBe(Refused);
        (await SendAsync("POST", "/v1/unpair", null, unsigned with { ContentDigest = null })).Error.ShouldBe(Refused);
    }

    [Fact]
    public async Task A_body_that_was_changed_on_the_way_is_refused() =>
        (await SendAsync(
            "POST",
            "/v1/transactions",
            "{}",
            paired.Sign("POST", "/v1/transactions", """{"purchase_details":{"purchase_amount":1}}"""))).Error.ShouldBe(Refused);

    [Fact]
    public async Task A_signature_is_good_for_its_method_target_and_query_only()
    {
        var headers = paired.Sign("GET", "/v1/transactions/a?min_version=1");
        (await SendAsync("GET", "/v1/transactions/a?min_version=1", null, headers)).Error.ShouldBe("404 transaction_not_found");
        (await SendAsync("GET", "/v1/transactions/a?min_version=2", null, headers)).Error.ShouldBe(Refused);
        (await SendAsync("GET", "/v1/pairing-info", null, headers)).Error.ShouldBe(Refused);
    }

    [Fact]
    public async Task An_old_request_that_is_sent_again_is_refused()
    {
        var headers = paired.Sign("GET", "/v1/pairing-info");
        (await SendAsync("GET", "/v1/pairing-info", null, headers)).Status.ShouldBe(200);
        await sci.Clock.AdvanceAsync(TimeSpan.FromSeconds(6));
        (await SendAsync("GET", "/v1/pairing-info", null, headers)).Error.ShouldBe(Refused);
    }

    [Fact]
    public async Task Another_secret_and_another_key_are_refused()
    {
        var thief = paired with { Signer = paired.Signer with { PartB = new string('0', 32) } };
        (await thief.InfoAsync()).Error.ShouldBe(Refused);
        var stranger = paired with { Signer = paired.Signer with { KeyId = "kid_of_nobody" } };
        (await stranger.InfoAsync()).Error.ShouldBe(Refused);
    }

    [Fact]
    public async Task Among_several_signatures_one_that_is_valid_is_enough()
    {
        var mine = paired.Sign("GET", "/v1/pairing-info");
        var both = new SignatureHeaders(
            null,
            $"""other=("@method");created=1;keyid="x,y", {mine.SignatureInput}""",
            $"other=:AAAA:, {mine.Signature}");
        (await SendAsync("GET", "/v1/pairing-info", null, both)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("sig1", "sig1")]
    [InlineData("sig1=", "sig1=")]
    [InlineData("sig1=(", "sig1=::")]
    [InlineData("sig1=()", "sig1=:AAAA:")]
    [InlineData("""sig1=("@method");created=99999999999999999999999;keyid="a" """, "sig1=:AAAA:")]
    [InlineData("""sig1=("@method");created=-1;keyid="a" """, "sig1=:AAAA:")]
    [InlineData("""sig1=("@method");created=1;created=1;keyid="a" """, "sig1=:AAAA:")]
    [InlineData("""sig1=("@method");created=1;alg="rsa";keyid="a" """, "sig1=:AAAA:")]
    [InlineData("""sig1=("@method");created=1;keyid="a""", "sig1=:AAAA:")]
    [InlineData("\u00e9=(\u00e9)", "sig1=:\u00e9:")]
    public async Task Nonsense_in_the_headers_is_refused(string input, string signature) =>
        (await SendAsync("GET", "/v1/pairing-info", null, new(null, input, signature))).Error.ShouldBe(Refused);

    /// <summary>RFC 9421 lets a client cover more than it must.</summary>
    [Theory]
    [InlineData("""("@method" "@authority" "@request-target" "x-pos-version")""")]
    [InlineData("""("x-pos-version" "@request-target" "@method"  "@authority")""")]
    [InlineData("""("@method" "@authority" "@request-target" "@scheme" "@path" "@query" "@target-uri")""")]
    [InlineData("""("@method" "@authority" "@request-target" "@query-param";name="min_version")""")]
    public async Task Further_components_may_be_covered(string components)
    {
        const string Path = "/v1/transactions/a?min_version=1";
        var signed = Sign("GET", Path, null, components).All.Append(new("X-Pos-Version", " 1.2 "));
        (await sci.SendAsync("GET", paired.BaseUrl + Path, null, signed)).Error.ShouldBe("404 transaction_not_found");
        var other = Sign("GET", Path, null, components).All.Append(new("X-Pos-Version", "1.3"));
        var changed = await sci.SendAsync("GET", paired.BaseUrl + Path, null, other);
        changed.Error.ShouldBe(components.Contains("x-pos", StringComparison.Ordinal) ? Refused : "404 transaction_not_found");
    }

    [Theory]
    [InlineData("""("@method" "@authority" "@request-target" "x-pos-version";sf)""")]
    [InlineData("""("@method" "@authority" "@request-target" "X-Pos-Version")""")]
    [InlineData("""("@method" "@authority" "@request-target" "x-pos-version" "x-pos-version")""")]
    [InlineData("""("@method" "@authority" "@request-target" "@query-param";name="none")""")]
    [InlineData("""("@method" "@authority" "@request-target" "@status")""")]
    [InlineData("""("@method" "@authority" "x-pos-version")""")]
    public async Task What_is_no_list_of_this_requests_components_is_refused(string components)
    {
        var signed = Sign("GET", "/v1/pairing-info", null, components).All.Append(new("X-Pos-Version", "1.2"));
        (await sci.SendAsync("GET", $"{paired.BaseUrl}/v1/pairing-info", null, signed)).Error.ShouldBe(Refused);
    }

    [Theory]
    [InlineData("""tag="a\"b;c)d\\" """)]
    [InlineData("""nonce="x,y" """)]
    [InlineData("""flag""")]
    public async Task Parameters_may_have_escaped_quotes_and_no_value(string parameter)
    {
        const string Components = """("@method" "@authority" "@request-target")""";
        var signed = Sign("GET", "/v1/pairing-info", null, Components, $";{parameter.Trim()}");
        (await SendAsync("GET", "/v1/pairing-info", null, signed)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    [InlineData(60, true)]
    public async Task A_signature_that_has_expired_is_refused(int seconds, bool good)
    {
        var expires = sci.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds;
        var signed = Sign("GET", "/v1/pairing-info", null, """("@method" "@authority" "@request-target")""", $";expires={expires}");
        var answer = await SendAsync("GET", "/v1/pairing-info", null, signed);
        (answer.Status == 200 ? "200" : answer.Error).ShouldBe(good ? "200" : Refused);
    }

    /// <summary>RFC 8941: of members with the same key the last one counts.</summary>
    [Fact]
    public async Task Of_two_signatures_with_one_label_the_last_one_counts()
    {
        var mine = paired.Sign("GET", "/v1/pairing-info");
        const string Other = """sig1=("@method");created=1;keyid="x" """;
        SignatureHeaders Both(bool mineLast) => mineLast
            ? new(null, $"{Other.Trim()}, {mine.SignatureInput}", $"sig1=:AAAA:, {mine.Signature}")
            : new(null, $"{mine.SignatureInput}, {Other.Trim()}", $"{mine.Signature}, sig1=:AAAA:");
        (await SendAsync("GET", "/v1/pairing-info", null, Both(mineLast: true))).Status.ShouldBe(200);
        (await SendAsync("GET", "/v1/pairing-info", null, Both(mineLast: false))).Error.ShouldBe(Refused);
    }

    [Fact]
    public async Task A_long_header_is_refused() =>
        (await SendAsync("GET", "/v1/pairing-info", null, new(null, $"sig1=({new string('a', 8000)})", "sig1=:AAAA:"))).Error
            .ShouldBe(Refused);

    private SignatureHeaders Sign(string method, string path, string? digest, string components, string more = "")
    {
        var created = sci.Clock.GetUtcNow().ToUnixTimeSeconds();
        var parameters = $"{components};created={created};alg=\"hmac-sha256\";keyid=\"{paired.KeyId}\"{more}";
        var authority = new Uri(paired.BaseUrl).Authority;
        var lines = components.Trim('(', ')').Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(c => $"{c}: " + c.Trim('"') switch
            {
                "@method" => method,
                "@authority" => authority,
                "@request-target" => path,
                "@path" => path.Split('?')[0],
                "@query" => $"?{path.Split('?').ElementAtOrDefault(1)}",
                "@scheme" => "http",
                "@target-uri" => $"http://{authority}{path}",
                "@query-param\";name=\"min_version" => "1",
                "x-pos-version" or "x-pos-version\";sf" or "X-Pos-Version" => "1.2",
                _ => digest ?? "",
            });
        var text = string.Join('\n', lines.Append($"\"@signature-params\": {parameters}"));
        var hmac = System.Security.Cryptography.HMACSHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(paired.Signer.PartA + paired.PartB), System.Text.Encoding.UTF8.GetBytes(text));
        return new(digest, $"sig1={parameters}", $"sig1=:{Convert.ToBase64String(hmac)}:");
    }

    private Task<Answer> SendAsync(string method, string path, string? body, SignatureHeaders headers) =>
        sci.SendAsync(method, paired.BaseUrl + path, body, headers.All);
}
