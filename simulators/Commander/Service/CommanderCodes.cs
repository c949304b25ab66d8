using System.Globalization;
using System.Security.Cryptography;

namespace PairingLab.Commander.Service;

/// <summary>Where OTPs and session ids come from: the run's random seed in a scenario, the cryptographic source in a hosted lab.</summary>
public sealed class CommanderCodes(Func<int, int> next)
{
    /// <summary>
    /// What can be read on seven segments and typed on the Pairing keypad: no B, and d in lower case (Commander POS pairing guide,
    /// Begin pairing).
    /// </summary>
    public const string Alphabet = "0123456789ACdEF";

    /// <summary>Length of a Pairing OTP.</summary>
    public const int PairingOtpLength = 6;

    /// <summary>Unpredictable codes.</summary>
    public static CommanderCodes Cryptographic { get; } = new(RandomNumberGenerator.GetInt32);

    /// <summary>The same codes for the same random seed.</summary>
    public static CommanderCodes Seeded(int seed)
    {
        var random = new Random(seed);
        var gate = new Lock();
        return new(below =>
        {
            lock (gate)
            {
                return random.Next(below);
            }
        });
    }

    /// <summary>Four digits, any.</summary>
    public string SiteOtp() => next(10_000).ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>Six characters of the alphabet.</summary>
    public string PairingOtp() => string.Create(PairingOtpLength, next, static (span, next) =>
    {
        foreach (ref var character in span)
        {
            character = Alphabet[next(Alphabet.Length)];
        }
    });

    /// <summary>An id that only its owner knows; always from the cryptographic source, since nothing depends on its value.</summary>
    public static string SessionId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
