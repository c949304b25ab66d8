using System.Security.Cryptography;

namespace PairingLab.SmartConnect.Service;

/// <summary>Where pairing codes come from: the run's seed in a scenario, the cryptographic source in a hosted lab.</summary>
public sealed class SmartConnectCodes(Func<int, int> next)
{
    /// <summary>Digits, as the makers' manuals have them.</summary>
    public const string Digits = "0123456789";

    /// <summary>Capitals and digits that nobody mistakes for one another when typing them off a screen. Lab's choice.</summary>
    public const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Codes that nobody can foretell.</summary>
    public static SmartConnectCodes Cryptographic { get; } = new(RandomNumberGenerator.GetInt32);

    /// <summary>Codes that come again with the same seed.</summary>
    public static SmartConnectCodes Seeded(int seed)
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

    /// <summary>A session or token that only its owner knows; always from the cryptographic source: nothing depends on its value.</summary>
    public static string Token() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>A pairing code that no device shows.</summary>
    public string PairingCode(SmartConnectSettings settings, Func<string, bool> isShown)
    {
        var alphabet = settings.CodeLetters ? Letters : Digits;
        while (true)
        {
            var code = string.Create(settings.CodeLength, (next, alphabet), static (span, of) =>
            {
                foreach (ref var character in span)
                {
                    character = of.alphabet[of.next(of.alphabet.Length)];
                }
            });
            if (!isShown(code))
            {
                return code;
            }
        }
    }
}
