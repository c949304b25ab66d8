using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PairingLab.Clients;

/// <summary>Pairs a workstation of your own with commander-1 of a hosted lab.</summary>
public sealed partial class PairWorkstation : IDisposable
{
    private readonly HttpClient http;
    private readonly Uri lab;
    private Uri site;
    private byte[] fingerprint = [];

    public PairWorkstation(Uri lab)
    {
        (this.lab, site) = (lab, lab);

        // Which Commander answers is not known before the pairing: the proof goes over its certificate's fingerprint.
        http = new(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => Note(certificate!) },
        });
    }

    public async Task<X509Certificate2> PairAsync(string workstation)
    {
        var own = await PostAsync($"{lab}lab/sites", new { systems = new[] { "commander" } });
        site = new(Text(own, "address"));
        var directory = await http.GetFromJsonAsync<JsonElement>(new Uri(site, "/lab/directory"));
        var commander = directory.GetProperty("systems").EnumerateArray().First(s => Text(s, "name") == "commander");
        var (api, known) = (Text(commander, "api"), commander.GetProperty("credentials"));

        var manager = Text(
            await PostAsync($"{api}/config/sign-in", new { user = Text(known, "managerUser"), password = Text(known, "managerPassword") }),
            "signIn");
        await PostAsync($"{api}/config/site-otp", null, manager);
        await PostAsync($"{api}/config/site-security", new { otp = await ReadDisplayAsync() }, manager);
        await PostAsync($"{api}/config/pairing-service", null, manager);
        var begun = await PostAsync($"{api}/pairing/sessions", new { workstation, vendor = "Verifone", model = "Topaz" });
        var otp = Text(await PostAsync($"{api}/config/pairing-otp", null, manager), "otp");

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={workstation}", key, HashAlgorithmName.SHA256).CreateSigningRequest();
        var proof = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(otp), (byte[])[.. request, .. fingerprint]));
        var paired = await PostAsync(
            $"{api}/pairing/sessions/{Text(begun, "session")}/complete", new { request = Convert.ToBase64String(request), proof });
        await http.DeleteAsync(new Uri(lab, $"/lab/sites/{Text(own, "id")}"));
        return X509CertificateLoader.LoadCertificate(Convert.FromBase64String(Text(paired, "certificate"))).CopyWithPrivateKey(key);
    }

    public void Dispose() => http.Dispose();

    /// <summary>The status display shows the four digits as two pairs, one after the other; the first has a decimal point.</summary>
    private async Task<string> ReadDisplayAsync()
    {
        var (first, version) = ("", "0");
        while (true)
        {
            using var answer = await http.GetAsync(new Uri(site, $"/lab/devices/commander-1/panel?after={version}&wait=5000"));
            version = answer.Headers.GetValues("Panel-Version").Single();
            var panel = await answer.Content.ReadFromJsonAsync<JsonElement>();
            foreach (var text in panel.GetProperty("texts").EnumerateArray().Select(t => t.GetString()!).Where(t => Pair().IsMatch(t)))
            {
                if (first.Length > 0 && text.Length == 2)
                {
                    return first + text;
                }

                first = text.Length == 3 ? text[..2] : first;
            }
        }
    }

    private async Task<JsonElement> PostAsync(string url, object? body, string? signIn = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = signIn is null ? null : new("Bearer", signIn);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return !answer.IsSuccessStatusCode ? throw new InvalidOperationException($"{url}: {(int)answer.StatusCode} {text}")
            : text.Length == 0 ? default
            : JsonDocument.Parse(text).RootElement;
    }

    private bool Note(X509Certificate certificate)
    {
        fingerprint = certificate.GetCertHash(HashAlgorithmName.SHA256);
        return true;
    }

    private static string Text(JsonElement of, string member) => of.GetProperty(member).GetString()!;

    [GeneratedRegex(@"^\d\d\.?$")]
    private static partial Regex Pair();
}
