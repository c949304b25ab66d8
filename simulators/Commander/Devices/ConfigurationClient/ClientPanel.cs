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
            device,
            "Manage Users",
            [.. state.Users.Select(Row)],
            [.. state.Users.Select(u => $"Edit {u.User}"), "Password Settings", "Back"]),
        EditUser => Show(
            device,
            "Manage Users",
            [state.Edited is { } user ? Row(user) : ""],
            [
                state.Edited is { SiteSecurity: true } ? "Take Site Security" : "Give Site Security",
                state.Edited is { DisallowLogin: true } ? "Allow Login" : "Disallow Login",
                .. state.Edited is { MustChangePassword: false } ? ["Force Password Change"] : Array.Empty<string>(),
                .. state.HasOtpByMail ? ["OTP by E-mail"] : Array.Empty<string>(),
                "Back",
            ]),
        UserMail => new(
            device,
            "Manage Users",
            [state.Edited is { } edited ? Row(edited) : ""],
            [
                state.Edited is { Mail.SendOtp: true } ? new("Do not send OTP") : new("Send OTP", CanSend(state)),
                new("Back"),
            ],
            [Field(state, ClientFields.Email)]),
        PasswordSettings => new(
            device,
            "Password Settings",
            [ClientTexts.PasswordRanges],
            [new("Save"), new("Back")],
            [
                Field(state, ClientFields.MinimumLength), Field(state, ClientFields.MaximumLength), Field(state, ClientFields.DaysToExpire),
            ]),
        ChangePassword => new(
            device,
            "Change Password",
            [$"Signing in: {state.Expired?.User}"],
            [
                new("Change Password", state.Expired is not null && state.Text(ClientFields.NewPassword).Length > 0),
                new("Cancel"),
            ],
            [Field(state, ClientFields.NewPassword) with { Secret = true }]),
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
        + (user.DisallowLogin ? "login disallowed" : "login allowed")
        + (user.MustChangePassword ? ", must change the password" : "")
        + (user.Mail is { SendOtp: true } mail ? $", OTP to {mail.Address}" : "");

    private static bool CanSend(ClientState state) => state.Edited is { Mail: not null } && Filled(state, ClientFields.Email);

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

    /// <summary>Change Password.</summary>
    public const string NewPassword = "New Password";

    /// <summary>Manage Users: where the OTP of a user goes.</summary>
    public const string Email = "E-mail";

    /// <summary>Password Settings.</summary>
    public const string MinimumLength = "Minimum Length";

    /// <summary>Password Settings.</summary>
    public const string MaximumLength = "Maximum Length";

    /// <summary>Password Settings.</summary>
    public const string DaysToExpire = "Days to Expire";

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

    /// <summary>The password settings are changed.</summary>
    public const string Saved = "The password settings have been saved.";

    /// <summary>Above the password settings.</summary>
    public const string PasswordRanges =
        "Minimum length 7 to 30, maximum length 8 to 30. 0 days to expire: a password never expires.";

    /// <summary>What came of an OTP by e-mail, said after the guide's text; "" when there is none.</summary>
    public static string Of(OtpMailResponse? mailed) => mailed switch
    {
        null => "",
        { WhyNot: { } why } => $" It could not be sent to {mailed.Address}. {why}",
        _ => $" It has been sent to {mailed.Address}, too.",
    };

    /// <summary>Nobody answers.</summary>
    public const string NoAnswer = "The Commander does not answer. Check the network and try again.";
}
