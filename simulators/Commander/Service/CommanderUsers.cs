using System.Collections.Concurrent;
using PairingLab.Kernel.Store;

namespace PairingLab.Commander.Service;

/// <summary>The users of every Commander of the lab; published in the lab's directory, since nothing in a lab is secret.</summary>
public static class CommanderUsers
{
    /// <summary>The manager's password.</summary>
    public const string ManagerPassword = "Manager-5329";

    /// <summary>The cashier's password.</summary>
    public const string CashierPassword = "Cashier-5329";

    /// <summary>Hashed once for all Commanders, at the first sign-in.</summary>
    private static readonly ConcurrentDictionary<int, IReadOnlyList<CommanderUser>> ByRounds = new();

    /// <summary>A manager with, and a cashier without the Site Security function.</summary>
    /// <param name="rounds">The rounds of their passwords' hashes.</param>
    public static IReadOnlyList<CommanderUser> Of(int rounds) => ByRounds.GetOrAdd(rounds, r =>
    [
        new("manager", "Manager", MayUseSiteSecurity: true, PasswordHash.Of(ManagerPassword, r)),
        new("cashier", "Cashier", MayUseSiteSecurity: false, PasswordHash.Of(CashierPassword, r)),
    ]);
}

/// <summary>A user of the Configuration Client.</summary>
/// <param name="Name">The user name.</param>
/// <param name="Role">Manager or Cashier.</param>
/// <param name="MayUseSiteSecurity">Whether the role has the Site Security function (Commander POS pairing guide: "assigning the
/// appropriate access
/// level").</param>
/// <param name="Password">What is kept of the password.</param>
public sealed record CommanderUser(string Name, string Role, bool MayUseSiteSecurity, PasswordHash Password);
