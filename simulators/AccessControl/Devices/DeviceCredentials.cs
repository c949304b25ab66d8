using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PairingLab.AccessControl.Devices;

/// <summary>A device's RSA key pair, and the tokens it signs with it.</summary>
internal sealed class DeviceCredentials : IDisposable
{
    /// <summary>Access Control description: "POS generates RSA key pair - 2048 Length".</summary>
    private const int KeyBits = 2048;

    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(1);
    private static readonly string Header = Part("""{"alg":"RS256","typ":"JWT"}""");

    private readonly RSA key;

    private DeviceCredentials(RSA key) => this.key = key;

    public string PublicKey => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    public static DeviceCredentials Create() => new(RSA.Create(KeyBits));

    public static DeviceCredentials FromText(string text)
    {
        var read = RSA.Create();
        read.ImportPkcs8PrivateKey(Convert.FromBase64String(text), out _);
        return new(read);
    }

    /// <summary>The key pair, for the device's own disk only.</summary>
    public string ToText() => Convert.ToBase64String(key.ExportPkcs8PrivateKey());

    /// <summary>A token for one request (RFC 7519, RS256).</summary>
    public string Token(string serial, DateTimeOffset now)
    {
        var claims = new { sub = serial, iat = now.ToUnixTimeSeconds(), exp = (now + TokenLife).ToUnixTimeSeconds() };
        var signed = $"{Header}.{Part(JsonSerializer.Serialize(claims))}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public void Dispose() => key.Dispose();

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
