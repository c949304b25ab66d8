using System.Globalization;
using Microsoft.AspNetCore.Identity;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.SignIn;

/// <summary>Hashes passwords (PBKDF2 with a salt, as ASP.NET Core Identity does).</summary>
internal static class Passwords
{
    /// <summary>A password is at least so long; nothing else makes it better (NIST SP 800-63B).</summary>
    public const int Shortest = 10;

    public const int Longest = 200;

    private static readonly PasswordHasher<UserRow> Hasher = new();

    /// <summary>An unknown user is verified against this one, so that the time tells nothing.</summary>
    private static readonly Lazy<string> Nobody = new(() => Hash(Guid.NewGuid().ToString()));

    /// <summary>Says beside the field "password" when a new one is too short or too long.</summary>
    public static void Check(FormValues form, bool isRequired)
    {
        var length = form["password"].Length;
        if ((isRequired || length > 0) && length is < Shortest or > Longest)
        {
            form.Fail("password", string.Create(CultureInfo.InvariantCulture, $"Password must have {Shortest} to {Longest} characters."));
        }
    }

    public static string Hash(string password) => Hasher.HashPassword(null!, password);

    public static bool Verify(UserRow? user, string password) =>
        Hasher.VerifyHashedPassword(null!, user?.PasswordHash ?? Nobody.Value, password) != PasswordVerificationResult.Failed
        && user is not null;
}
