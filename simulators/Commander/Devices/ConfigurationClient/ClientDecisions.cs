using System.Collections.Immutable;
using static PairingLab.Commander.Devices.ConfigurationClient.ClientScreen;
using Texts = PairingLab.Commander.Core.Texts;

namespace PairingLab.Commander.Devices.ConfigurationClient;

/// <summary>
/// What a Configuration Client does at a button or an answer. State in, state out: what it asks of the Commander is
/// <see cref="ClientState.Waiting"/>.
/// </summary>
public static class ClientDecisions
{
    /// <summary>The state after a button; the same when the button is not on the screen.</summary>
    public static ClientState Press(ClientState state, string button) =>
        state.Waiting is not null ? state
        : state.Message is { } message ? button == "Ok" ? state with { Message = null, Screen = message.Then } : state
        : (state.Screen, button) switch
        {
            (SignIn, "Sign In") => Ask(state, ClientRequest.SignIn),
            (Menu, "Security") => Go(state, Security),
            (Menu, "POS Workstations") => Ask(state, ClientRequest.Workstations),
            (Menu, "System Messages") => Ask(state, ClientRequest.SystemMessages),
            (Menu, "Auto Upgrade") => Go(state, AutoUpgrade),
            (Menu, "Sign Out") => Ask(state, ClientRequest.SignOut),
            (Security, "Site Security") => Go(state, state.SiteSecurityOpen ? SiteSecurity : OneTimePassword),
            (OneTimePassword, "Generate OTP") => Ask(state, ClientRequest.GenerateOtp),
            (OneTimePassword, "Ok") => Ask(state, ClientRequest.OpenSiteSecurity),
            (OneTimePassword, "Cancel") => Go(state, Security),
            (SiteSecurity, "Start Pairing Service") => Ask(state, ClientRequest.StartService),
            (SiteSecurity, "Retrieve Pairing OTP") => Ask(state, ClientRequest.RetrieveOtp),
            (SiteSecurity, "Revoke All Trust") => Go(state, AskRevoke),
            (AskRevoke, "Yes") => Ask(state, ClientRequest.RevokeAllTrust),
            (AskRevoke, "No") => Go(state, SiteSecurity),
            (AutoUpgrade, "Start Auto Upgrade") => Ask(state, ClientRequest.AutoUpgrade),
            (SiteSecurity, "Back") => Go(state, Security),
            (Security or Workstations or SystemMessages or AutoUpgrade, "Back") => Go(state, Menu),
            _ => state,
        };

    /// <summary>The state with a field's text replaced.</summary>
    public static ClientState Type(ClientState state, string field, string text) =>
        state with { Typed = state.Typed.SetItem(field, text) };

    /// <summary>The state after the Commander answered; an answer that is no longer waited for brings nothing.</summary>
    public static ClientState Hear(ClientState state, ClientReply reply)
    {
        if (state.Waiting != reply.To)
        {
            return state;
        }

        state = state with { Waiting = null };
        return reply.ErrorCode switch
        {
            null => Done(state, reply),
            "not_signed_in" when reply.To == ClientRequest.SignOut => new(),
            "not_signed_in" => new ClientState { Message = new("Configuration Client", reply.ErrorText!, SignIn) },
            "site_security_closed" => Say(state with { SiteSecurityOpen = false }, "Site Security", reply.ErrorText!, OneTimePassword),
            "not_allowed" => Say(state, "Site Security", reply.ErrorText!, Security),
            _ => Say(state, "Configuration Client", reply.ErrorText!, state.Screen == AskRevoke ? SiteSecurity : state.Screen),
        };
    }

    private static ClientState Done(ClientState state, ClientReply reply) => reply.To switch
    {
        ClientRequest.SignIn => Go(state with { Token = reply.Token, User = state.Typed.GetValueOrDefault(ClientFields.User) }, Menu),
        ClientRequest.SignOut => new(),
        ClientRequest.GenerateOtp => Say(state, "One-Time Password", Texts.OtpGenerated, OneTimePassword),
        ClientRequest.OpenSiteSecurity => Go(state with { SiteSecurityOpen = true }, SiteSecurity),
        ClientRequest.StartService => Say(state, "Site Security", Texts.ServiceStarted, SiteSecurity),
        ClientRequest.RetrieveOtp => Say(state, Texts.PairingSessionOtp, reply.Otp!, SiteSecurity),
        ClientRequest.RevokeAllTrust => Say(state, "Revoke All Trust", ClientTexts.Revoked, SiteSecurity),
        ClientRequest.AutoUpgrade => Say(state, "Auto Upgrade", ClientTexts.UpgradeStarted, Menu),
        ClientRequest.Workstations => Go(state, Workstations) with { Rows = [.. reply.Rows!] },
        ClientRequest.SystemMessages => Go(state, SystemMessages) with { Rows = [.. reply.Rows!] },
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.To, "an answer that nobody hears"),
    };

    private static ClientState Ask(ClientState state, ClientRequest request) => state with { Waiting = request };

    private static ClientState Say(ClientState state, string title, string text, ClientScreen then) =>
        state with { Message = new(title, text, then), Typed = state.Typed.Remove(ClientFields.Otp) };

    /// <summary>Another screen; what was typed on the old one is gone, passwords above all.</summary>
    private static ClientState Go(ClientState state, ClientScreen screen) =>
        state with { Screen = screen, Typed = ImmutableDictionary<string, string>.Empty };
}
