using System.Text.RegularExpressions;

namespace PairingLab.Kernel.Web;

/// <summary>Takes secrets out of JSON bodies before anybody keeps them.</summary>
public static partial class Redaction
{
    /// <summary>The body with the values of secret members replaced by dots.</summary>
    public static string? Redact(string? body) => body is null ? null : SecretMember().Replace(body, "${name}\"•••\"");

    [GeneratedRegex("""(?<name>"(?:otp|password|proof|session|signIn|secret|token|key|apiKey|signingSecretPart[AB]|signing_secret_part_[ab]|pairing_code)"\s*:\s*)"(?:[^"\\]|\\.)*""" + "\"", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SecretMember();
}
