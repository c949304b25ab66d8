namespace PairingLab.Commander.Devices.Workstation;

/// <summary>Texts of the workstation for which the seed has none: the lab's own.</summary>
public static class WorkstationTexts
{
    /// <summary>After a sale that went over the link.</summary>
    public const string SaleTaken = "Sale sent to the Commander";

    /// <summary>After a sale without a link.</summary>
    public const string SaleKept = "Sale kept at the workstation: no secure link to the Commander";

    /// <summary>The message asking to perform POS pairing.</summary>
    public const string AskPairing = "Do you want to perform POS pairing?";

    /// <summary>While Auto Upgrade is at work.</summary>
    public const string Upgrading = "Auto Upgrade is in progress, please wait...";

    /// <summary>The link's state, on the application's screens.</summary>
    public const string LinkUp = "Secure link to the Commander: up";

    /// <summary>The link's state, on the application's screens.</summary>
    public const string LinkDown = "Secure link to the Commander: down";
}
