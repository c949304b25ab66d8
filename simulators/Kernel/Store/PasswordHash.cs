using System.Security.Cryptography;
using System.Text;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Store;

/// <summary>What is kept of a password: PBKDF2 with HMAC-SHA-256.</summary>
/// <param name="Salt">Its salt.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Rounds">How many rounds the hash took.</param>
public sealed record PasswordHash(byte[] Salt, byte[] Hash, int Rounds)
{
    /// <summary>The rounds of a hosted lab: some tenths of a second a password. OWASP Password Storage Cheat Sheet: 600,000.</summary>
    public const int HostedRounds = 600_000;

    /// <summary>The most rounds of a site with a stepped clock: scenarios sign in hundreds of times, and protect nothing.</summary>
    private const int MostStepped = 5_000;

    /// <summary>How many rounds a site takes whose setting says so many.</summary>
    public static int RoundsOn(LabClock clock, int asked) => clock is SteppedClock ? Math.Min(asked, MostStepped) : asked;

    /// <summary>The hash of a password.</summary>
    public static PasswordHash Of(string password, int rounds)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return new(salt, Derive(password, salt, rounds), rounds);
    }

    /// <summary>Whether it is of this password.</summary>
    public bool IsOf(string password) => CryptographicOperations.FixedTimeEquals(Derive(password, Salt, Rounds), Hash);

    private static byte[] Derive(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, rounds, HashAlgorithmName.SHA256, 32);
}
