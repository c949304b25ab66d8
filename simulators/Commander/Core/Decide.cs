using PairingLab.Commander.Core.Commands;
using PairingLab.Commander.Core.Events;

namespace PairingLab.Commander.Core;

/// <summary>State + command + time → events. Every command meets a state in which all that is due has happened.</summary>
public static class Decide
{
    /// <summary>What follows from a command at a time: first what time itself has brought, then what the command brings.</summary>
    public static IReadOnlyList<ICommanderEvent> On(
        CommanderState state, ICommanderCommand command, DateTimeOffset now, CommanderSettings settings)
    {
        var events = new List<ICommanderEvent>();
        var current = Passing.Time(state, now, settings, events);
        events.AddRange(command switch
        {
            SignInUser c => SigningIn.On(current, c, now, settings),
            SignOutUser c => SigningIn.Out(current, c),
            GenerateSiteOtp c => SiteSecurity.On(current, c, now, settings),
            EnterSiteOtp c => SiteSecurity.On(current, c, now, settings),
            StartPairingService c => SiteSecurity.On(current, c, now, settings),
            RetrievePairingOtp c => SiteSecurity.On(current, c, now),
            RevokeAllTrust c => SiteSecurity.On(current, c, now),
            BeginPairing c => Pairing.On(current, c, now, settings),
            CompletePairing c => Pairing.On(current, c, now, settings),
            CancelPairing c => Pairing.On(current, c, now, settings),
            AutoUpgrade c => Upgrade.On(current, c, now),
            GenerateSiteOtpAtRegister c => SiteSecurity.On(current, c, now, settings),
            RenewCertificate c => Renewal.On(current, c, now, settings),
            PassTime => [],
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "a command that nobody decides"),
        });
        return events;
    }
}
