using System.Text.RegularExpressions;

namespace PairingLab.Kernel.Web;

/// <summary>Takes secrets out of JSON bodies before anybody keeps them.</summary>
public static partial class Redaction
{
    /// <summary>The body with the values of secret members replaced by dots.</summary>
    public static string? Redact(string? body) => body is null ? null : SecretMember().Replace(body, "${name}\"•••\"");

    [GeneratedRegex("""(?<name>"(?:otp|pan|pairingCode|password|proof|session|signIn|secret|token|key|apiKey|signingSecretPart[AB])"\s*:\s*)"(?:[^"\\]|\\.)*""" + "\"", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SecretMember();
}
