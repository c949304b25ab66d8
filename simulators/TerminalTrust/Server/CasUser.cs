using System.Security.Cryptography;
using System.Text;

namespace PairingLab.TerminalTrust.Server;

/// <summary>Somebody who may sign in at CAS.</summary>
/// <param name="Name">The user name.</param>
/// <param name="HasTwoFactor">Whether sign-in takes a code too; only such a user may approve (protocol page).</param>
/// <param name="Salt">Salt of the password's hash.</param>
/// <param name="Hash">PBKDF2 of the password.</param>
public sealed record CasUser(string Name, bool HasTwoFactor, byte[] Salt, byte[] Hash)
{
    /// <summary>The operator's password.</summary>
    public const string OperatorPassword = "Operator-7741";

    /// <summary>The clerk's password.</summary>
    public const string ClerkPassword = "Clerk-7741";

    private const int Iterations = 5_000;

    /// <summary>The users of every server of the lab; published in the lab's directory, since a lab guards nothing.</summary>
    public static IReadOnlyList<CasUser> All { get; } =
    [
        Create("operator", hasTwoFactor: true, OperatorPassword),
        Create("clerk", hasTwoFactor: false, ClerkPassword),
    ];

    /// <summary>Whether a password is this user's.</summary>
    public bool Knows(string password) => CryptographicOperations.FixedTimeEquals(HashOf(password, Salt), Hash);

    private static CasUser Create(string name, bool hasTwoFactor, string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return new(name, hasTwoFactor, salt, HashOf(password, salt));
    }

    private static byte[] HashOf(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, Iterations, HashAlgorithmName.SHA256, 32);
}
