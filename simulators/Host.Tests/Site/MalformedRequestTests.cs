using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Site;

/// <summary>
/// A hosted lab with all its systems is sent wrong requests by a generator over its OpenAPI documents: each is refused in words, none is
/// a server error, and the lab goes on.
/// </summary>
public sealed class MalformedRequestTests : IAsyncLifetime
{
    /// <summary>Enough for each operation to meet each kind about once, within seconds. PAIRINGLAB_MALFORMED asks for more.</summary>
    private const int Budget = 2_000;

    private const int ResetBudget = 80;

    /// <summary>Requests that a lab may take its time for: a long poll, a payment in progress.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly X509Certificate2 certificate = SelfSigned();
    private readonly List<HttpClient> clients = [];
    private LabSite site = null!;

    public async ValueTask InitializeAsync() => site = await LabSite.StartAsync(PairingSystems.BuiltIn.Sample);

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(c => c.Dispose());
        certificate.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task No_malformed_request_is_a_server_error_and_each_refusal_is_in_the_form_of_the_API()
    {
        var seed = Number("PAIRINGLAB_SEED", 17);
        var (plain, known) = (Client(null), Client(certificate));
        var operations = await ApiOperations.OfAsync(plain, site.Address);
        operations.Count.ShouldBeGreaterThan(60);
        var wantCertificate = await WhichWantCertificateAsync(plain, operations);
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        var refused = 0;
        foreach (var request in new MalformedRequests(seed).Of(operations, Number("PAIRINGLAB_MALFORMED", Budget)))
        {
            var (status, problem) = await SendAsync(wantCertificate.Contains(request.Operation.Base) ? known : plain, request);
            refused += status >= 400 ? 1 : 0;
            if (problem is not null)
            {
                wrong.TryAdd($"{request.Operation.Method} {request.Operation.Path} {request.Kind} {status}", $"{request}: {problem}");
            }
        }

        wrong.Values.ShouldBeEmpty($"seed {seed}");
        refused.ShouldBeGreaterThan(Budget / 2, "else the requests are not malformed at all");
        foreach (var at in operations.Select(o => o.Base).Distinct(StringComparer.Ordinal))
        {
            using var alive = await (wantCertificate.Contains(at) ? known : plain).GetAsync(new Uri($"{at}/lab/directory"));
            ((int)alive.StatusCode).ShouldBeLessThan(500, at);
        }
    }

    [Fact]
    public async Task A_malformed_reset_is_refused_or_leaves_a_whole_lab()
    {
        var seed = Number("PAIRINGLAB_SEED", 17);
        var http = Client(null);
        await using var small = await LabSite.StartAsync(PairingSystems.BuiltIn.Sample.Only(["smartconnect"]));
        var devices = small.Devices.All.Select(d => d.Info.Id).ToList();
        var (refused, wrong) = (0, new List<string>());
        foreach (var request in new MalformedRequests(seed).Of(ApiOperations.Resets(small.Address), ResetBudget))
        {
            var (status, problem) = await SendAsync(http, request);
            refused += status >= 400 ? 1 : 0;
            if (problem is not null)
            {
                wrong.Add($"{request}: {problem}");
            }
        }

        wrong.ShouldBeEmpty($"seed {seed}");
        refused.ShouldBeInRange(1, ResetBudget - 1, "a reset has no body that could be wrong; paths, methods and types can be");
        small.Devices.All.Select(d => d.Info.Id).ShouldBe(devices);
    }

    /// <summary>The status, and what is wrong with the answer; null when nothing is.</summary>
    private static async Task<(int Status, string? Problem)> SendAsync(HttpClient http, Malformed malformed)
    {
        using var request = new HttpRequestMessage(new(malformed.Method), new Uri($"{malformed.Operation.Base}{malformed.Path}"));
        request.Headers.TryAddWithoutValidation("Authorization", malformed.Operation.Token);
        if (malformed.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", malformed.Type);
        }

        if (malformed.Header is var (name, value))
        {
            request.Headers.Authorization = name == "Authorization" ? null : request.Headers.Authorization;
            _ = request.Headers.TryAddWithoutValidation(name, value)
                || request.Content?.Headers.TryAddWithoutValidation(name, value) is true;
        }

        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            using var answer = await http.SendAsync(request, limit.Token);
            var status = (int)answer.StatusCode;
            var text = await answer.Content.ReadAsStringAsync(limit.Token);
            return (status, status >= 500 ? $"{status} {text}"
                : status < 400 || malformed.Method == "HEAD" || IsError(answer, text) ? null
                : $"{status} is not in the form of the API: '{text}'");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return (0, $"no answer: {e.Message}");
        }
    }

    /// <summary>Pages answer with a page; an API with an error that has a text.</summary>
    private static bool IsError(HttpResponseMessage answer, string text)
    {
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            return text.Length > 0;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            var body = json.RootElement;
            return body.ValueKind == JsonValueKind.Object
                && (body.TryGetProperty("error", out var error) ? error.ValueKind is JsonValueKind.Object or JsonValueKind.String
                    : body.TryGetProperty("code", out _) || body.TryGetProperty("reason", out _));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Some APIs are open only to clients with a certificate, others refuse one that they do not know.</summary>
    private static async Task<HashSet<string>> WhichWantCertificateAsync(HttpClient plain, IEnumerable<Operation> operations)
    {
        var want = new HashSet<string>(StringComparer.Ordinal);
        foreach (var at in operations.Select(o => o.Base).Distinct(StringComparer.Ordinal))
        {
            try
            {
                using var answer = await plain.GetAsync(new Uri($"{at}/"));
            }
            catch (HttpRequestException)
            {
                want.Add(at);
            }
        }

        return want;
    }

    private HttpClient Client(X509Certificate2? shown)
    {
        var tls = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true };
        if (shown is not null)
        {
            tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => shown;
        }

        clients.Add(new(new SocketsHttpHandler
        {
            SslOptions = tls,
            AllowAutoRedirect = false,
            UseCookies = false,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        }));
        return clients[^1];
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : usual;

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=malformed", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
