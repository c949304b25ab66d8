using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PairingLab.AccessControl.Tests.Api;

/// <summary>JWTs, good ones and odd ones, written by hand.</summary>
internal static class Tokens
{
    public const string Header = """{"alg":"RS256","typ":"JWT"}""";

    public static string Of(string serial, DateTimeOffset now) => Of(serial, now.ToUnixTimeSeconds(), now.ToUnixTimeSeconds() + 60);

    public static string Of(string serial, long issuedAt, long expires) =>
        Sign(Header, $$"""{"sub":"{{serial}}","iat":{{issuedAt}},"exp":{{expires}}}""", RunningMacs.KeyOf(serial));

    /// <summary>RS256, as it has to be.</summary>
    public static string Sign(string header, string payload, RSA key) =>
        Sign(header, payload, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public static string Sign(string header, string payload, RSA key, HashAlgorithmName hash, RSASignaturePadding padding)
    {
        var signed = $"{Part(header)}.{Part(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), hash, padding))}";
    }

    public static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
