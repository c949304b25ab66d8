using System.Collections.Concurrent;
using PairingLab.Kernel.Store;

namespace PairingLab.TerminalTrust.Service;

/// <summary>A user of CAS.</summary>
/// <param name="Name">The user name.</param>
/// <param name="HasTwoFactor">Whether sign-in also takes a code; only such a user may approve.</param>
/// <param name="Password">What is kept of the password.</param>
public sealed record CasUser(string Name, bool HasTwoFactor, PasswordHash Password)
{
    /// <summary>The operator's password, unless the site has another one.</summary>
    public const string OperatorPassword = "Operator-7741";

    /// <summary>The clerk's password, unless the site has another one.</summary>
    public const string ClerkPassword = "Clerk-7741";

    /// <summary>Hashed once for all servers with the same ones, at the first sign-in.</summary>
    private static readonly ConcurrentDictionary<(int, string, string), IReadOnlyList<CasUser>> Hashed = new();

    /// <summary>The users of every server of the lab; published in the lab's directory, since a lab protects nothing real.</summary>
    /// <param name="rounds">The rounds of their passwords' hashes.</param>
    /// <param name="operatorPassword">The operator's password.</param>
    /// <param name="clerkPassword">The clerk's password.</param>
    public static IReadOnlyList<CasUser> Of(int rounds, string operatorPassword, string clerkPassword) =>
        Hashed.GetOrAdd((rounds, operatorPassword, clerkPassword), _ =>
        [
            new("operator", HasTwoFactor: true, PasswordHash.Of(operatorPassword, rounds)),
            new("clerk", HasTwoFactor: false, PasswordHash.Of(clerkPassword, rounds)),
        ]);
}
