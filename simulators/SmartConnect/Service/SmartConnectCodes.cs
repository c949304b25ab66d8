using System.Security.Cryptography;

namespace PairingLab.SmartConnect.Service;

/// <summary>Where pairing codes come from: the run's seed in a scenario, the cryptographic source in a hosted lab.</summary>
public sealed class SmartConnectCodes(Func<int, int> next)
{
    /// <summary>Capitals and digits that nobody mistakes for one another when typing them off a screen. Lab's choice.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Length of a pairing code: a thousand million of them. Lab's choice.</summary>
    public const int Length = 6;

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

    /// <summary>An id or token that only its owner knows; always from the cryptographic source, since nothing depends on its value.</summary>
    public static string Token() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>A pairing code that no device shows.</summary>
    public string PairingCode(Func<string, bool> isShown)
    {
        while (true)
        {
            var code = string.Create(Length, next, static (span, next) =>
            {
                foreach (ref var character in span)
                {
                    character = Alphabet[next(Alphabet.Length)];
                }
            });
            if (!isShown(code))
            {
                return code;
            }
        }
    }
}
