using PairingLab.Commander.Api;
using PairingLab.Kernel.Panels;
using static PairingLab.Commander.Devices.ConfigurationClient.ClientScreen;
using Texts = PairingLab.Commander.Core.Texts;

namespace PairingLab.Commander.Devices.ConfigurationClient;

/// <summary>What a Configuration Client shows in each state.</summary>
public static class ClientPanel
{
    private const string NoWorkstations =
        "No POS Workstation is paired. Put one into pairing mode and start the Pairing Service under Security > Site Security.";

    /// <summary>The panel of a state.</summary>
    public static Panel Of(string device, ClientState state)
    {
        if (state.IsProcessing)
        {
            return new(device, "Configuration Client", [Texts.ProcessingRequest], [], []) { Shape = PanelShape.Dialog };
        }

        return state.Message is { } message
            ? new(device, message.Title, [message.Text], [new("Ok")], []) { Shape = PanelShape.Dialog }
            : OfScreen(device, state);
    }

    private static Panel OfScreen(string device, ClientState state) => state.Screen switch
    {
        SignIn => new(
            device,
            "Configuration Client",
            [],
            [new("Sign In", Filled(state, ClientFields.User) && Filled(state, ClientFields.Password))],
            [Field(state, ClientFields.User), Field(state, ClientFields.Password) with { Secret = true }]),
        Menu => Show(
            device,
            "Configuration Client",
            [$"Signed in: {state.User}"],
            [
                "Security",
                .. state.HasPairing ? ["POS Workstations"] : Array.Empty<string>(),
                "System Messages",
                "Auto Upgrade",
                "Sign Out",
            ]),
        Security => Show(device, "Security", [], [.. state.HasPairing ? ["Site Security", "Manage Users"] : Array.Empty<string>(), "Back"]),
        OneTimePassword => new(
            device,
            "One-Time Password",
            ["Enter the OTP to continue."],
            [new("Generate OTP"), new("Ok", state.Text(ClientFields.Otp).Length == ClientFields.OtpLength), new("Cancel")],
            [Field(state, ClientFields.Otp)])
        { Shape = PanelShape.Dialog },
        SiteSecurity => Show(device, "Site Security", [], "Start Pairing Service", "Retrieve Pairing OTP", "Revoke All Trust", "Back"),
        ManageUsers => Show(
            device, "Manage Users", [.. state.Users.Select(Row)], [.. state.Users.Select(u => $"Edit {u.User}"), "Back"]),
        EditUser => Show(
            device,
            "Manage Users",
            [state.Edited is { } user ? Row(user) : ""],
            [
                state.Edited is { SiteSecurity: true } ? "Take Site Security" : "Give Site Security",
                state.Edited is { DisallowLogin: true } ? "Allow Login" : "Disallow Login",
                "Back",
            ]),
        AskRevoke => Show(device, "Revoke All Trust", [Texts.RevokeQuestion], "Yes", "No") with { Shape = PanelShape.Dialog },
        Workstations => Show(device, "POS Workstations", Rows(state, NoWorkstations), "Back"),
        SystemMessages => Show(device, "System Messages", Rows(state, "There are no messages."), "Back"),
        AutoUpgrade => new(
            device,
            "Auto Upgrade",
            [],
            [new("Start Auto Upgrade", Filled(state, ClientFields.Base)), new("Back")],
            [Field(state, ClientFields.Base)]),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state.Screen, "a screen without a panel"),
    };

    private static IReadOnlyList<PanelText> Rows(ClientState state, string whenEmpty) => state.Rows.IsEmpty ? [whenEmpty] : state.Rows;

    private static string Row(UserResponse user) =>
        $"{user.User}: {user.Role}, {(user.SiteSecurity ? "Site Security" : "no Site Security")}, "
        + (user.DisallowLogin ? "login disallowed" : "login allowed");

    private static PanelField Field(ClientState state, string name) => new(name, state.Typed.GetValueOrDefault(name, ""));

    private static bool Filled(ClientState state, string field) => !string.IsNullOrWhiteSpace(state.Typed.GetValueOrDefault(field));

    private static Panel Show(string device, string title, IReadOnlyList<PanelText> texts, params string[] buttons) =>
        Panel.Of(device, title, texts, [.. buttons.Select(b => new PanelButton(b))], []);
}

/// <summary>The labels of a Configuration Client's fields.</summary>
public static class ClientFields
{
    /// <summary>Sign-in.</summary>
    public const string User = "User Name";

    /// <summary>Sign-in.</summary>
    public const string Password = "Password";

    /// <summary>One-Time Password dialog: the text box for the four digits.</summary>
    public const string Otp = "OTP";

    /// <summary>Commander POS pairing guide: "Enter the four OTP digits into the text box and then press [Ok]."</summary>
    public const int OtpLength = 4;

    /// <summary>Auto Upgrade: the base to upgrade to.</summary>
    public const string Base = "Base";
}

/// <summary>Texts of the Configuration Client that the Commander POS pairing guide does not give: the lab's choice.</summary>
public static class ClientTexts
{
    /// <summary>After [Yes] to Revoke All Trust.</summary>
    public const string Revoked = "All prior pairing relationships have been removed.";

    /// <summary>Auto Upgrade is on its way.</summary>
    public const string UpgradeStarted = "Auto Upgrade has been started.";

    /// <summary>Nobody answers.</summary>
    public const string NoAnswer = "The Commander does not answer. Check the network and try again.";
}
