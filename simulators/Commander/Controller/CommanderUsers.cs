namespace PairingLab.Commander.Controller;

/// <summary>The users of every Commander of the lab; published in the lab's directory, since a lab guards nothing.</summary>
public static class CommanderUsers
{
    /// <summary>The manager's password.</summary>
    public const string ManagerPassword = "Manager-5329";

    /// <summary>The cashier's password.</summary>
    public const string CashierPassword = "Cashier-5329";

    /// <summary>A manager with, and a cashier without the Site Security function.</summary>
    public static IReadOnlyList<CommanderUser> All { get; } =
    [
        CommanderUser.Create("manager", "Manager", mayUseSiteSecurity: true, ManagerPassword),
        CommanderUser.Create("cashier", "Cashier", mayUseSiteSecurity: false, CashierPassword),
    ];
}
