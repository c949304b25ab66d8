using System.Text.RegularExpressions;

namespace PairingLab.Kernel.Web;

/// <summary>Takes secrets out of JSON bodies and addresses before anybody keeps them.</summary>
public static partial class Redaction
{
    /// <summary>The body with the values of secret members replaced by dots.</summary>
    public static string? Redact(string? body) => body is null ? null : Address(SecretMember().Replace(body, "${name}\"•••\""));

    /// <summary>The address with what is secret in its path and query replaced by dots.</summary>
    public static string Address(string url) => SecretPart().Replace(url, "${name}•••");

    [GeneratedRegex("""(?<name>"(?:otp|pan|password|proof|session|signIn|secret|token|key|apiKey|signingSecretPart[AB]|signing_secret_part_[ab]|pairing_code|pairingCode|merchantAccessToken)"\s*:\s*)"(?:[^"\\]|\\.)*""" + "\"", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SecretMember();

    /// <summary>SmartConnect: the code in PUT /POS/Pairing/{code}, and the token in a polling address.</summary>
    [GeneratedRegex("""(?<name>/POS/Pairing/|[?&]merchantAccessToken=)[^/?&"\s]+""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SecretPart();
}
