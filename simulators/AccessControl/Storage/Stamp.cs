using System.Security.Cryptography;
using System.Text;

namespace PairingLab.AccessControl.Storage;

/// <summary>
/// What a row said when somebody began to edit it: who saves it names that, and is told when it says something else by now.
/// </summary>
public static class Stamp
{
    /// <summary>The stamp of a location.</summary>
    public static string Of(LocationRow l) => Hash($"{l}");

    /// <summary>The stamp of a user, of what is edited and nothing else.</summary>
    public static string Of(UserRow u) => Hash($"{u.Email}|{u.FirstName}|{u.LastName}|{u.Role}|{u.PasswordHash}");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
