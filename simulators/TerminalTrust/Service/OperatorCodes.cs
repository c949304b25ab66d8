using OtpNet;

namespace PairingLab.TerminalTrust.Service;

/// <summary>
/// The operator's one-time codes: RFC 6238 with HMAC-SHA-1, six digits and steps of 30 s, as authenticator apps show them.
/// </summary>
/// <param name="secret">The secret that the server and the operator's app share.</param>
public sealed class OperatorCodes(byte[] secret)
{
    private const long StepTicks = 30 * TimeSpan.TicksPerSecond;

    private readonly Totp totp = new(secret);

    /// <summary>The secret as authenticator apps take it: base 32 of RFC 4648, without padding.</summary>
    public string Secret => Base32Encoding.ToString(secret).TrimEnd('=');

    /// <summary>What the app shows, and when it shows another one.</summary>
    public (string Code, DateTimeOffset Until) At(DateTimeOffset now) =>
        (totp.ComputeTotp(now.UtcDateTime), now.AddTicks(StepTicks - (now.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) % StepTicks));

    /// <summary>
    /// The time step that a code belongs to, one before or after now included, since clocks differ; null when the code is wrong.
    /// </summary>
    public long? StepOf(string code, DateTimeOffset now) =>
        totp.VerifyTotp(now.UtcDateTime, code, out var step, VerificationWindow.RfcSpecifiedNetworkDelay) ? step : null;
}
