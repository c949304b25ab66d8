using System.Collections.Immutable;
using PairingLab.Kernel.Panels;

namespace PairingLab.Commander.Devices.ConfigurationClient;

/// <summary>All that a Configuration Client (one browser window) knows at one moment.</summary>
public sealed record ClientState
{
    /// <summary>The screen.</summary>
    public ClientScreen Screen { get; init; }

    /// <summary>A message box over the screen, title and texts; null when there is none.</summary>
    public ClientMessage? Message { get; init; }

    /// <summary>The request that it waits for; null when there is none.</summary>
    public ClientRequest? Waiting { get; init; }

    /// <summary>The bearer token of the session; null when nobody is signed in.</summary>
    public string? Token { get; init; }

    /// <summary>Who is signed in.</summary>
    public string? User { get; init; }

    /// <summary>Whether Site Security has been opened in this session.</summary>
    public bool SiteSecurityOpen { get; init; }

    /// <summary>What is typed into the fields.</summary>
    public ImmutableDictionary<string, string> Typed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The rows of the list that is shown.</summary>
    public ImmutableList<PanelText> Rows { get; init; } = [];

    /// <summary>What stands in a field.</summary>
    public string Text(string field) => Typed.GetValueOrDefault(field, "");
}

/// <summary>A message box with [Ok].</summary>
/// <param name="Title">Its title.</param>
/// <param name="Text">What it says.</param>
/// <param name="Then">The screen behind it.</param>
public sealed record ClientMessage(string Title, string Text, ClientScreen Then);

/// <summary>The screens of a Configuration Client.</summary>
public enum ClientScreen
{
    /// <summary>Nobody is signed in.</summary>
    SignIn,

    /// <summary>The main menu.</summary>
    Menu,

    /// <summary>Security menu.</summary>
    Security,

    /// <summary>The One-Time Password dialog box.</summary>
    OneTimePassword,

    /// <summary>Security > Site Security.</summary>
    SiteSecurity,

    /// <summary>Revoke All Trust asks for confirmation.</summary>
    AskRevoke,

    /// <summary>System Messages.</summary>
    SystemMessages,

    /// <summary>POS Workstations.</summary>
    Workstations,

    /// <summary>Auto Upgrade.</summary>
    AutoUpgrade,
}
