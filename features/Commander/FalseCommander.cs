using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Utilities;
using PairingLab.Features.Support;
using ECPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace PairingLab.Features.Commander;

/// <summary>
/// A man in the middle: he ends the workstation's TLS with a certificate of his own, and passes on what it says to the Commander.
/// What he knows of SPAKE2 is his own, written from RFC 9382 and not the lab's.
/// </summary>
public sealed class FalseCommander : IAsyncDisposable
{
    private static readonly X9ECParameters P256 = CustomNamedCurves.GetByName("secp256r1");
    private static readonly ECPoint M = PointOf("02886e2f97ace46e55ba9dd7242579f2993b64e16ef3dcab95afd497333d8fa12f");
    private static readonly ECPoint N = PointOf("03d8bbd6c639c62937b04d997f38c3770719c629d7014d49a24b4f98baa1292b49");

    private readonly X509Certificate2 certificate = NewCertificate();
    private readonly BigInteger secret = new(1, RandomNumberGenerator.GetBytes(31));
    private readonly HttpClient http;
    private StrangeServer? server;
    private Heard heard = new("", "", [], [], [], []);

    private FalseCommander(string? guess)
    {
        Guess = guess;
#pragma warning disable MA0039 // Before a pairing nobody can know the certificate.
        http = new(new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        });
#pragma warning restore MA0039
    }

    /// <summary>Where he listens, "host:port".</summary>
    public string Place => server!.Place;

    /// <summary>The OTP that he tries as a Commander.</summary>
    public string? Guess { get; set; }

    /// <summary>What the Commander said last, through him: status and body.</summary>
    public string LastAnswer { get; private set; } = "";

    /// <summary>Takes his place.</summary>
    /// <param name="guess">
    /// The OTP that he tries as a Commander; null when he passes the shares on, and a request of his own with the proof.
    /// </param>
    public static async Task<FalseCommander> StartAsync(string? guess)
    {
        var man = new FalseCommander(guess);
        man.server = await StrangeServer.StartAsync(man.certificate, man.AnswerAsync, ClientCertificateMode.NoCertificate);
        return man;
    }

    /// <summary>Whether an OTP explains all that he heard: what an offline search would do with every OTP there is.</summary>
    public bool Fits(string otp)
    {
        heard.Confirmation.ShouldNotBeEmpty("the workstation has proved nothing to him");
        var w = Stretched(otp);
        var key = PointOf(heard.Workstation).Subtract(M.Multiply(w)).Multiply(secret).GetEncoded(compressed: false);
        byte[] transcript =
        [
            .. Counted(Encoding.UTF8.GetBytes(heard.Name)), .. Counted(certificate.GetCertHash(HashAlgorithmName.SHA256)),
            .. Counted(heard.Workstation), .. Counted(heard.Own), .. Counted(key), .. Counted(BigIntegers.AsUnsignedByteArray(32, w)),
        ];
        var keys = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, SHA256.HashData(transcript)[16..], 32, [], [.. "ConfirmationKeys"u8, .. heard.Request]);
        return HMACSHA256.HashData(keys[..16], transcript).SequenceEqual(heard.Confirmation);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        http.Dispose();
        certificate.Dispose();
    }

    private async Task AnswerAsync(HttpContext from)
    {
        using var reader = new StreamReader(from.Request.Body);
        var body = await reader.ReadToEndAsync(from.RequestAborted);
        var path = from.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (path)
        {
            case ["pairing", "sessions"]:
                heard = heard with { Name = Text(body, "workstation") };
                break;
            case ["pairing", "sessions", var session, "share"]:
                heard = heard with { Session = session, Workstation = Convert.FromBase64String(Text(body, "share")) };
                if (Guess is { } guess)
                {
                    heard = heard with { Own = P256.G.Multiply(secret).Add(N.Multiply(Stretched(guess))).GetEncoded(compressed: false) };
                    await from.Response.WriteAsJsonAsync(new { share = Convert.ToBase64String(heard.Own) }, from.RequestAborted);
                    return;
                }

                break;
            case ["pairing", "sessions", _, "complete"]:
                var proof = Text(body, "proof");
                heard = heard with
                {
                    Request = Convert.FromBase64String(Text(body, "request")),
                    Confirmation = Convert.FromBase64String(proof),
                };
                body = JsonSerializer.Serialize(new { request = Convert.ToBase64String(OwnRequest()), proof });
                break;
        }

        await PassOnAsync(from, body);
    }

    private async Task PassOnAsync(HttpContext from, string body)
    {
        using var request = new HttpRequestMessage(new(from.Request.Method), $"https://{from.Request.Host}{from.Request.Path}");
        request.Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request, from.RequestAborted);
        var text = await answer.Content.ReadAsStringAsync(from.RequestAborted);
        LastAnswer = $"{(int)answer.StatusCode} {text}";
        from.Response.StatusCode = (int)answer.StatusCode;
        from.Response.ContentType = "application/json";
        await from.Response.WriteAsync(text, from.RequestAborted);
    }

    private BigInteger Stretched(string otp) => new BigInteger(
        1, SCrypt.Generate(Encoding.UTF8.GetBytes(otp), Encoding.UTF8.GetBytes(heard.Session), 4096, 8, 1, 40)).Mod(P256.N);

    private static ECPoint PointOf(string hex) => PointOf(Convert.FromHexString(hex));

    private static ECPoint PointOf(byte[] bytes) => P256.Curve.DecodePoint(bytes);

    private static byte[] Counted(byte[] part) => [.. BitConverter.GetBytes((long)part.Length), .. part];

    private static string Text(string json, string member) => JsonDocument.Parse(json).RootElement.GetProperty(member).GetString()!;

    private static byte[] OwnRequest()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=man in the middle", key, HashAlgorithmName.SHA256).CreateSigningRequest();
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=commander-1", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1000));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>What he has heard and said.</summary>
    private sealed record Heard(
        string Name, string Session, byte[] Workstation, byte[] Own, byte[] Request, byte[] Confirmation);
}
