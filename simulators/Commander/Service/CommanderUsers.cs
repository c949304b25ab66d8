using System.Collections.Concurrent;
using PairingLab.Kernel.Store;

namespace PairingLab.Commander.Service;

/// <summary>The users of every Commander of the lab; published in the lab's directory, since nothing in a lab is secret.</summary>
public static class CommanderUsers
{
    /// <summary>The manager's password, unless the site has another one.</summary>
    public const string ManagerPassword = "Manager-5329";

    /// <summary>The cashier's password, unless the site has another one.</summary>
    public const string CashierPassword = "Cashier-5329";

    /// <summary>Hashed once for all Commanders with the same ones, at the first sign-in.</summary>
    private static readonly ConcurrentDictionary<(int, string, string), IReadOnlyList<CommanderUser>> Hashed = new();

    /// <summary>A manager with, and a cashier without the Site Security function.</summary>
    /// <param name="rounds">The rounds of their passwords' hashes.</param>
    /// <param name="manager">The manager's password.</param>
    /// <param name="cashier">The cashier's password.</param>
    public static IReadOnlyList<CommanderUser> Of(int rounds, string manager, string cashier) =>
        Hashed.GetOrAdd((rounds, manager, cashier), _ =>
        [
            new("manager", "Manager", MayUseSiteSecurity: true, PasswordHash.Of(manager, rounds)),
            new("cashier", "Cashier", MayUseSiteSecurity: false, PasswordHash.Of(cashier, rounds)),
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
