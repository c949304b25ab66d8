using System.Collections.Immutable;
using System.Globalization;
using PairingLab.Commander.Api;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;
using static PairingLab.Commander.Devices.ConfigurationClient.ClientScreen;
using Refusal = PairingLab.Commander.Core.Refusal;
using Refusals = PairingLab.Commander.Core.Refusals;
using SoftwareBase = PairingLab.Commander.Core.SoftwareBase;
using Texts = PairingLab.Commander.Core.Texts;

namespace PairingLab.Commander.Devices.ConfigurationClient;

/// <summary>
/// A Configuration Client: what it does at a button and at an answer. It keeps nothing: a window that is opened again knows nothing of
/// the one that was closed.
/// </summary>
public sealed class ClientLogic(string id, CommanderSettings settings) : IDeviceLogic<ClientState, ClientRequest, ClientReply>
{
    /// <inheritdoc />
    public ClientState Boot(DeviceDisk disk, DateTimeOffset now) => new();

    /// <inheritdoc />
    public IEnumerable<KeyValuePair<string, object?>> Memory(ClientState state) => [];

    /// <inheritdoc />
    public Panel Show(ClientState state) => ClientPanel.Of(id, state);

    /// <inheritdoc />
    public ClientState Press(ClientState state, string button, DateTimeOffset now) =>
        state.IsProcessing ? state
        : state.Message is { } message ? button == "Ok" ? state with { Message = null, Screen = message.Then } : state
        : (state.Screen, button) switch
        {
            (SignIn, "Sign In") =>
                Ask(state, ClientFunction.SignIn, new SignInRequest(state.Text(ClientFields.User), state.Text(ClientFields.Password))),
            (Menu, "Security") => Ask(state, ClientFunction.Security),
            (Menu, "POS Workstations") when state.HasPairing => Ask(state, ClientFunction.Workstations),
            (Menu, "System Messages") => Ask(state, ClientFunction.SystemMessages),
            (Menu, "Auto Upgrade") => Go(state, AutoUpgrade),
            (Menu, "Sign Out") => Ask(state, ClientFunction.SignOut),
            (Security, "Site Security") when !state.HasPairing => state,
            (Security, "Site Security") when !state.MayUseSiteSecurity =>
                Say(state, "Site Security", Refusals.Text(Refusal.NotAllowed), Security),
            (Security, "Site Security") => Go(state, state.SiteSecurityOpen ? SiteSecurity : OneTimePassword) with
            {
                AfterOtp = SiteSecurity,
            },
            (Security, "Manage Users") when !state.HasPairing => state,
            (Security, "Manage Users") when !state.MayUseSiteSecurity =>
                Say(state, "Manage Users", Refusals.Text(Refusal.NotAllowed), Security),
            (Security, "Manage Users") when state.SiteSecurityOpen => Ask(state, ClientFunction.Users),
            (Security, "Manage Users") => Go(state, OneTimePassword) with { AfterOtp = ManageUsers },
            (ManageUsers, _) when state.Users.Find(u => button == $"Edit {u.User}") is { } user =>
                Go(state, EditUser) with { Edited = user },
            (EditUser, "Give Site Security") when state.Edited is { SiteSecurity: false } u =>
                Change(state, u with { SiteSecurity = true }),
            (EditUser, "Take Site Security") when state.Edited is { SiteSecurity: true } u =>
                Change(state, u with { SiteSecurity = false }),
            (EditUser, "Disallow Login") when state.Edited is { DisallowLogin: false } u =>
                Change(state, u with { DisallowLogin = true }),
            (EditUser, "Allow Login") when state.Edited is { DisallowLogin: true } u =>
                Change(state, u with { DisallowLogin = false }),
            (EditUser, "Force Password Change") when state.Edited is { MustChangePassword: false } u =>
                Ask(state, ClientFunction.ForcePasswordChange, u),
            (EditUser, "OTP by E-mail") when state.HasOtpByMail && state.Edited is { } u => Filled(
                Go(state, UserMail), (ClientFields.Email, u.Mail?.Address ?? "")),
            (UserMail, "Send OTP") when state.Edited is { Mail.SendOtp: false } u && state.Text(ClientFields.Email).Length > 0 =>
                Ask(state, ClientFunction.ChangeUserMail, u with { Mail = new(state.Text(ClientFields.Email), SendOtp: true) }),
            (UserMail, "Do not send OTP") when state.Edited is { Mail.SendOtp: true } u =>
                Ask(state, ClientFunction.ChangeUserMail, u with { Mail = u.Mail with { SendOtp = false } }),
            (UserMail, "Back") => Go(state, EditUser),
            (ManageUsers, "Password Settings") => Ask(state, ClientFunction.PasswordSettings),
            (PasswordSettings, "Save") => Save(state),
            (PasswordSettings, "Back") => Go(state, ManageUsers),
            (ChangePassword, "Change Password")
                when state.Expired is { } old && state.Text(ClientFields.NewPassword) is { Length: > 0 } to =>
                Ask(state, ClientFunction.ChangePassword, new ChangePasswordRequest(old.User, old.Password, to)),
            (ChangePassword, "Cancel") => Go(state, SignIn) with { Expired = null },
            (EditUser, "Back") => Go(state, ManageUsers),
            (ManageUsers, "Back") => Go(state, Security),
            (OneTimePassword, "Generate OTP") => Ask(state, ClientFunction.GenerateOtp),
            (OneTimePassword, "Ok") when state.Text(ClientFields.Otp).Length == ClientFields.OtpLength =>
                Ask(state, ClientFunction.OpenSiteSecurity, new SiteOtpRequest(state.Text(ClientFields.Otp))),
            (OneTimePassword, "Cancel") => Go(state, Security),
            (SiteSecurity, "Start Pairing Service") => Ask(state, ClientFunction.StartService),
            (SiteSecurity, "Retrieve Pairing OTP") => Ask(state, ClientFunction.RetrieveOtp),
            (SiteSecurity, "Revoke All Trust") => Go(state, AskRevoke),
            (AskRevoke, "Yes") => Ask(state, ClientFunction.RevokeAllTrust) with { ProcessingUntil = now + settings.MessageStays },
            (AskRevoke, "No") => Go(state, SiteSecurity),
            (AutoUpgrade, "Start Auto Upgrade") =>
                Ask(state, ClientFunction.AutoUpgrade, new AutoUpgradeRequest(state.Text(ClientFields.Base))),
            (SiteSecurity, "Back") => Go(state, Security),
            (Security or Workstations or SystemMessages or AutoUpgrade, "Back") => Go(state, Menu),
            _ => state,
        };

    /// <inheritdoc />
    public ClientState Type(ClientState state, string field, string text) =>
        state with { Typed = state.Typed.SetItem(field, field == ClientFields.Otp ? DigitsOf(text) : text) };

    /// <inheritdoc />
    public DateTimeOffset? NextDue(ClientState state) => state.ProcessingUntil;

    /// <inheritdoc />
    public ClientState Due(ClientState state, DateTimeOffset now) =>
        now >= state.ProcessingUntil ? state with { ProcessingUntil = null } : state;

    /// <inheritdoc />
    public IEnumerable<ClientRequest> Wants(ClientState state) => state.Waiting is { } waiting ? [waiting] : [];

    /// <inheritdoc />
    public TimeSpan? Patience(ClientRequest request) => settings.AnswerPatience;

    /// <inheritdoc />
    public ClientState Receive(ClientState state, ClientRequest asked, ClientReply reply, DateTimeOffset now)
    {
        state = state with { Waiting = null };
        return reply.ErrorCode switch
        {
            null => Done(state, asked.What, reply),
            "not_signed_in" when asked.What == ClientFunction.SignOut => new(),
            "not_signed_in" => new ClientState { Message = new("Configuration Client", reply.ErrorText!, SignIn) },
            "site_security_closed" => Say(state with { SiteSecurityOpen = false }, "Site Security", reply.ErrorText!, OneTimePassword),
            "password_expired" when asked.Body is SignInRequest old =>
                Go(Say(state, "Configuration Client", reply.ErrorText!, ChangePassword), SignIn) with { Expired = old },
            "not_allowed" => Say(state, "Site Security", reply.ErrorText!, Security),
            _ => Say(state, "Configuration Client", reply.ErrorText!, state.Screen == AskRevoke ? SiteSecurity : state.Screen),
        };
    }

    private static ClientState Done(ClientState state, ClientFunction done, ClientReply reply) => done switch
    {
        ClientFunction.SignIn => Go(Heard(state, reply) with { Token = reply.Token, User = state.Text(ClientFields.User) }, Menu),
        ClientFunction.ChangePassword =>
            Go(Heard(state, reply) with { Token = reply.Token, User = state.Expired!.User, Expired = null }, Menu),
        ClientFunction.ForcePasswordChange or ClientFunction.ChangeUserMail => Ask(state, ClientFunction.Users),
        ClientFunction.PasswordSettings when reply.Passwords is { } passwords => Filled(
            Go(state, PasswordSettings),
            (ClientFields.MinimumLength, $"{passwords.MinimumLength}"),
            (ClientFields.MaximumLength, $"{passwords.MaximumLength}"),
            (ClientFields.DaysToExpire, $"{passwords.DaysToExpire}")),
        ClientFunction.ChangePasswordSettings => Say(state, "Password Settings", ClientTexts.Saved, ManageUsers),
        ClientFunction.Security => Go(Heard(state, reply), Security),
        ClientFunction.SignOut => new(),
        ClientFunction.GenerateOtp => Say(state, "One-Time Password", Texts.OtpGenerated + ClientTexts.Of(reply.Mailed), OneTimePassword),
        ClientFunction.OpenSiteSecurity => state.AfterOtp == ManageUsers
            ? Ask(state with { SiteSecurityOpen = true, Screen = Security }, ClientFunction.Users)
            : Go(state with { SiteSecurityOpen = true }, SiteSecurity),
        ClientFunction.Users => Go(state, ManageUsers) with { Users = [.. reply.Users!] },
        ClientFunction.ChangeUser => Ask(state, ClientFunction.Users),
        ClientFunction.StartService => Say(state, "Site Security", Texts.ServiceStarted, SiteSecurity),
        ClientFunction.RetrieveOtp => Say(state, Texts.PairingSessionOtp, reply.Otp!, SiteSecurity),
        ClientFunction.RevokeAllTrust => Say(state, "Revoke All Trust", ClientTexts.Revoked, SiteSecurity),
        ClientFunction.AutoUpgrade =>
            Say(Heard(state, state.Text(ClientFields.Base)), "Auto Upgrade", ClientTexts.UpgradeStarted, Menu),
        ClientFunction.Workstations => Go(state, Workstations) with { Rows = [.. reply.Rows!] },
        ClientFunction.SystemMessages => Go(state, SystemMessages) with { Rows = [.. reply.Rows!] },
        _ => throw new ArgumentOutOfRangeException(nameof(done), done, "no screen follows this reply"),
    };

    private static ClientState Change(ClientState state, UserResponse user) => Ask(state, ClientFunction.ChangeUser, user);

    private static ClientState Save(ClientState state) =>
        Number(state, ClientFields.MinimumLength) is { } least && Number(state, ClientFields.MaximumLength) is { } most
        && Number(state, ClientFields.DaysToExpire) is { } days
            ? Ask(state, ClientFunction.ChangePasswordSettings, new PasswordSettingsBody(least, most, days))
            : Say(state, "Password Settings", Refusals.Text(Refusal.BadPasswordSettings), PasswordSettings);

    private static int? Number(ClientState state, string field) =>
        int.TryParse(state.Text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ClientState Filled(ClientState state, params IEnumerable<(string Field, string Text)> fields) => state with
    {
        Typed = state.Typed.SetItems(fields.Select(f => KeyValuePair.Create(f.Field, f.Text))),
    };

    private static ClientState Heard(ClientState state, ClientReply reply) =>
        Heard(state, reply.Base) with { MayUseSiteSecurity = reply.SiteSecurity };

    private static ClientState Heard(ClientState state, string softwareBase) =>
        state with { HasPairing = SoftwareBase.HasPairing(softwareBase), HasOtpByMail = SoftwareBase.HasOtpByMail(softwareBase) };

    /// <summary>The box takes four digits and nothing else.</summary>
    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit).Take(ClientFields.OtpLength));

    private static ClientState Ask(ClientState state, ClientFunction what, object? body = null) =>
        state with { Waiting = new(what, state.Token, body) };

    private static ClientState Say(ClientState state, string title, string text, ClientScreen then) =>
        state with { Message = new(title, text, then), Typed = state.Typed.Remove(ClientFields.Otp) };

    /// <summary>Another screen; what was typed on the old one is gone, passwords above all.</summary>
    private static ClientState Go(ClientState state, ClientScreen screen) =>
        state with { Screen = screen, Typed = ImmutableDictionary<string, string>.Empty };
}
