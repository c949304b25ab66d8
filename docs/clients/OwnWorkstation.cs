using System.Net.Http.Json;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Utilities;
using ECPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace PairingLab.Clients;

/// <summary>
/// Pairs a workstation of your own with commander-1 of a hosted lab. Needs the package BouncyCastle.Cryptography: the OTP is proved by
/// SPAKE2 (RFC 9382; docs/protocols/commander.md).
/// </summary>
public sealed partial class OwnWorkstation : IDisposable
{
    private static readonly X9ECParameters P256 = CustomNamedCurves.GetByName("secp256r1");

    // RFC 9382, section 4.
    private static readonly ECPoint M = Point("02886e2f97ace46e55ba9dd7242579f2993b64e16ef3dcab95afd497333d8fa12f");
    private static readonly ECPoint N = Point("03d8bbd6c639c62937b04d997f38c3770719c629d7014d49a24b4f98baa1292b49");

    private readonly HttpClient http;
    private readonly Uri lab;
    private Uri site;
    private byte[] fingerprint = [];
    private bool isExchanging;

    public OwnWorkstation(Uri lab)
    {
        (this.lab, site) = (lab, lab);

        // Which Commander answers is not known before the pairing: what is proved holds for its certificate's fingerprint.
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
        var session = Text(begun, "session");
        var w = Number(SCrypt.Generate(Encoding.UTF8.GetBytes(otp), Encoding.UTF8.GetBytes(session), 4096, 8, 1, 40)).Mod(P256.N);
        var x = Number(RandomNumberGenerator.GetBytes(40)).Mod(P256.N);
        var ours = P256.G.Multiply(x).Add(M.Multiply(w)).GetEncoded(compressed: false);
        isExchanging = true;
        var theirs = Convert.FromBase64String(
            Text(await PostAsync($"{api}/pairing/sessions/{session}/share", new { share = Convert.ToBase64String(ours) }), "share"));
        var shared = P256.Curve.DecodePoint(theirs).Subtract(N.Multiply(w)).Multiply(x).GetEncoded(compressed: false);
        var stretched = BigIntegers.AsUnsignedByteArray(32, w);
        byte[][] said = [Encoding.UTF8.GetBytes(workstation), fingerprint, ours, theirs, shared, stretched];
        byte[] transcript = [.. said.SelectMany(part => (byte[])[.. BitConverter.GetBytes((long)part.Length), .. part])];
        var keys = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, SHA256.HashData(transcript)[16..], 32, [], [.. "ConfirmationKeys"u8, .. request]);

        var paired = await PostAsync($"{api}/pairing/sessions/{session}/complete", new
        {
            request = Convert.ToBase64String(request),
            proof = Convert.ToBase64String(HMACSHA256.HashData(keys[..16], transcript)),
        });
        if (!CryptographicOperations.FixedTimeEquals(
            Convert.FromBase64String(Text(paired, "proof")), HMACSHA256.HashData(keys[16..], transcript)))
        {
            throw new AuthenticationException("this is not the Commander that showed the OTP");
        }

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
        var shown = certificate.GetCertHash(HashAlgorithmName.SHA256);
        if (isExchanging)
        {
            return shown.AsSpan().SequenceEqual(fingerprint);
        }

        fingerprint = shown;
        return true;
    }

    private static BigInteger Number(byte[] bytes) => new(1, bytes);

    private static ECPoint Point(string hex) => P256.Curve.DecodePoint(Convert.FromHexString(hex));

    private static string Text(JsonElement of, string member) => of.GetProperty(member).GetString()!;

    [GeneratedRegex(@"^\d\d\.?$")]
    private static partial Regex Pair();
}
