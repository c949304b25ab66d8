using System.Security.Cryptography;
using System.Text;

namespace PairingLab.Commander.Controller;

/// <summary>Somebody who may sign in at the Configuration Client.</summary>
/// <param name="Name">The user name.</param>
/// <param name="Role">Manager or Cashier.</param>
/// <param name="MayUseSiteSecurity">Whether the role has the Site Security function (seed: "assigning the appropriate access level").</param>
/// <param name="Salt">Salt of the password's hash.</param>
/// <param name="Hash">PBKDF2 of the password.</param>
public sealed record CommanderUser(string Name, string Role, bool MayUseSiteSecurity, byte[] Salt, byte[] Hash)
{
    private const int Iterations = 5_000;

    /// <summary>A user with a password.</summary>
    public static CommanderUser Create(string name, string role, bool mayUseSiteSecurity, string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return new(name, role, mayUseSiteSecurity, salt, HashOf(password, salt));
    }

    /// <summary>Whether a password is this user's.</summary>
    public bool Knows(string password) => CryptographicOperations.FixedTimeEquals(HashOf(password, Salt), Hash);

    private static byte[] HashOf(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, Iterations, HashAlgorithmName.SHA256, 32);
}
