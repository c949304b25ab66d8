using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace PairingLab.Sci.Tests.Api;

/// <summary>Whatever comes in, the answer is an envelope and never a 500.</summary>
public sealed class FuzzTests : IAsyncLifetime
{
    private static readonly string[] Paths =
    [
        "/v1/progress-pairing", "/v1/pairing-info", "/v1/unpair", "/v1/transactions", "/v1/transactions/a?min_version=1", "/%2e%2e/x", "//"
    ];
    private static readonly string[] Headers =
    [
        "Authorization", "Signature-Input", "Signature", "Content-Digest", "Accept", "Origin", "X-Forwarded-For"
    ];
    private static readonly string[] Snippets =
        [
            "sig1=", "(\"@method\" \"@authority\")", ";created=", "1767600000", ";keyid=\"", "kid_1\"", ";alg=\"hmac-sha256\"", ":", ",",
            "\"", "(", ")", "ApiKey ", "sha-256=:AAAA:", "{\"pairing_code\":", "\"041234\"", "}", "[", "\u00e9", "\\ud800", " "
        ];

    private RunningSci sci = null!;
    private Paired paired = null!;

    public async ValueTask InitializeAsync()
    {
        sci = await RunningSci.StartAsync(new() { CodeGuesses = int.MaxValue });
        paired = await sci.PairAsync();
    }

    public async ValueTask DisposeAsync() => await sci.DisposeAsync();

    [Fact]
    public void Unsigned_nonsense() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Requests().ToArbitrary(), request =>
        {
            var answer = SendAsync(request.Server, request.Method, request.Path, request.Body, request.Headers).GetAwaiter().GetResult();
            answer.Status.ShouldBeInRange(204, 499, answer.Body);
            if (answer.Status != 204)
            {
                answer.Error.ShouldNotBeNull();
            }
        }));

    /// <summary>A client that can sign right may still ask nonsense.</summary>
    [Fact]
    public void Signed_nonsense() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Bodies().ToArbitrary(), body =>
        {
            var answer = paired.AskAsync("POST", "/v1/transactions", body).GetAwaiter().GetResult();
            answer.Error.ShouldBeOneOf("400 invalid_request", "424 device_not_connected");
        }));

    [Fact]
    public void Nonsense_with_the_right_key() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Bodies().ToArbitrary(), body =>
        {
            var answer = sci.ProgressAsync(body).GetAwaiter().GetResult();
            answer.Error.ShouldBeOneOf("400 invalid_request", "404 pairing_not_found");
        }));

    private static Gen<string> Text(int most) =>
        Gen.Choose(0, most).SelectMany(n => Gen.ListOf(Gen.Elements(Snippets), n)).Select(parts => string.Concat(parts));

    private static Gen<string> Bodies() => Gen.OneOf(
        Text(8),
        Gen.Elements(
            "null",
            "0",
            "[[[[]]]]",
            new string('[', 5000),
            "{\"a\":1}",
            "\"\\ud800\"",
            "{\"purchase_details\":{\"purchase_amount\":1e400}}",
            "{\"pairing_code\":{}}"),
        ArbMap.Default.GeneratorFor<NonNull<string>>()
            .Select(s => JsonSerializer.Serialize(new { pairing_code = s.Get.Length > 0 ? (object)s.Get : 1, purchase_details = s.Get })));

    private static Gen<(bool Server, string Method, string Path, string? Body, KeyValuePair<string, string>[] Headers)> Requests() =>
        from server in ArbMap.Default.GeneratorFor<bool>()
        from method in Gen.Elements("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW")
        from path in Gen.Elements(Paths)
        from body in Gen.OneOf(Gen.Constant((string?)null), Bodies().Select(b => (string?)b))
        from count in Gen.Choose(0, 4)
        from names in Gen.ListOf(Gen.Elements(Headers), count)
        from value in Text(10)
        select (server, method, path, method == "GET" ? null : body, names.Distinct().Select(n => KeyValuePair.Create(n, value)).ToArray());

    private Task<Answer> SendAsync(bool pairing, string method, string path, string? body, KeyValuePair<string, string>[] headers) =>
        sci.SendAsync(method, (pairing ? sci.Pairing : paired.BaseUrl) + path, body, headers);
}
