using System.Collections.Immutable;
using PairingLab.Commander.Api;
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

    /// <summary>Until when "Processing request. Please Wait..." stays, even when the answer is there; null for no longer.</summary>
    public DateTimeOffset? ProcessingUntil { get; init; }

    /// <summary>Whether the site's software has pairing, as far as this window has heard.</summary>
    public bool HasPairing { get; init; }

    /// <summary>Whether the site's software can send the OTP by e-mail, as far as this window has heard.</summary>
    public bool HasOtpByMail { get; init; }

    /// <summary>Who signs in with a password that has expired, and that password; null when nobody does.</summary>
    public SignInRequest? Expired { get; init; }

    /// <summary>Whether the user has the Site Security function, as far as this window has heard.</summary>
    public bool MayUseSiteSecurity { get; init; }

    /// <summary>Whether it waits, or shows that it does.</summary>
    public bool IsProcessing => Waiting is not null || ProcessingUntil is not null;

    /// <summary>The bearer token of the session; null when nobody is signed in.</summary>
    public string? Token { get; init; }

    /// <summary>Who is signed in.</summary>
    public string? User { get; init; }

    /// <summary>Whether Site Security has been opened in this session.</summary>
    public bool SiteSecurityOpen { get; init; }

    /// <summary>The screen that the One-Time Password leads to.</summary>
    public ClientScreen AfterOtp { get; init; } = ClientScreen.SiteSecurity;

    /// <summary>The users, under Manage Users.</summary>
    public ImmutableList<UserResponse> Users { get; init; } = [];

    /// <summary>The user that is being edited; null when none is.</summary>
    public UserResponse? Edited { get; init; }

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

    /// <summary>Security > Manage Users.</summary>
    ManageUsers,

    /// <summary>Manage Users: one user.</summary>
    EditUser,

    /// <summary>Manage Users: where one user's OTP goes by e-mail.</summary>
    UserMail,

    /// <summary>Manage Users: the password settings.</summary>
    PasswordSettings,

    /// <summary>A password has expired: its user chooses another one.</summary>
    ChangePassword,

    /// <summary>Revoke All Trust asks for confirmation.</summary>
    AskRevoke,

    /// <summary>System Messages.</summary>
    SystemMessages,

    /// <summary>POS Workstations.</summary>
    Workstations,

    /// <summary>Auto Upgrade.</summary>
    AutoUpgrade,
}
