using PairingLab.Commander.Core;
using PairingLab.Commander.Devices.Workstation.Commands;
using PairingLab.Commander.Devices.Workstation.Events;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>What the link to the Commander brings: trust, its end, renewal, Auto Upgrade.</summary>
internal static class WorkstationTrust
{
    public static IEnumerable<IWorkstationEvent> On(
        WorkstationState state, IWorkstationCommand command, DateTimeOffset now, CommanderSettings settings) => command switch
        {
            LinkOpened => Opened(state, now),
            LinkLost => state.Linked ? [new LinkWentDown()] : [],
            TrustRefused => Refused(state),
            CertificateIssued c => [new Renewed(c.TrustedUntil, c.TrustedUntil - settings.RenewalWindow), new MessageGiven(Texts.CertificatesRenewed)],
            SaleAnswered c => [new SaleEnded(c.Taken ? WorkstationTexts.SaleTaken : WorkstationTexts.SaleKept)],
            NewerSoftware c => Upgrade(state, c, now, settings),
            UpgradeEnded c => UpgradeOver(state, c, now, settings),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "a command that nobody decides"),
        };

    /// <summary>A link can only come up over a good certificate; one that came up too late is not taken.</summary>
    private static IEnumerable<IWorkstationEvent> Opened(WorkstationState state, DateTimeOffset now)
    {
        if (now >= state.TrustedUntil)
        {
            yield break;
        }

        yield return new LinkCameUp();
        if (state.Alert != PairingAlert.None)
        {
            yield return new AlertCleared();
        }
    }

    private static IEnumerable<IWorkstationEvent> Refused(WorkstationState state)
    {
        if (state.Linked)
        {
            yield return new LinkWentDown();
        }

        if (state.Alert == PairingAlert.None)
        {
            yield return new AlertRaised(PairingAlert.Invalid);
            if (state.Screen == WorkstationScreen.Sales)
            {
                // Sales stands between two transactions: that is where the alert belongs (seed).
                yield return new ScreenShown(WorkstationScreen.Alert, null);
            }
        }
    }

    private static IEnumerable<IWorkstationEvent> Upgrade(WorkstationState state, NewerSoftware c, DateTimeOffset now, CommanderSettings settings) =>
        SoftwareBase.IsNewer(c.Base, state.Base) && state.Screen != WorkstationScreen.Upgrading
            ? [new UpgradeStarted(c.Base), new ScreenShown(WorkstationScreen.Upgrading, now + settings.AnswerPatience)]
            : [];

    private static IEnumerable<IWorkstationEvent> UpgradeOver(WorkstationState state, UpgradeEnded c, DateTimeOffset now, CommanderSettings settings) =>
        state.Screen != WorkstationScreen.Upgrading ? []
        : c.ReadyToPair ? [new Booted(now + settings.BootTakes)]
        : [new ScreenShown(WorkstationScreen.UpgradePairingFailed, null)];
}
