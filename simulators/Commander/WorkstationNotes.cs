using PairingLab.Commander.Core;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;

namespace PairingLab.Commander;

/// <summary>What the guide says of a workstation: the way out of each message, with the entry of the Commander POS pairing guide.</summary>
internal static class WorkstationNotes
{
    private const string PairAgain =
        "Repeat the steps in the “Pairing after the initial Auto Upgrade, Pairing Expired or Revoked” section.";

    /// <summary>The notes on one workstation.</summary>
    public static IEnumerable<GuideNote> Of(IDevice workstation, string display, CommanderState? commander, string client)
    {
        var (id, shown) = (workstation.Info.Id, workstation.Panel.Texts);
        if (shown.Select(text => Wrong(text, id, display, commander, client)).FirstOrDefault(n => n is not null) is { } wrong)
        {
            yield return wrong;
        }
        else if (workstation.Powered && commander?.Paired.GetValueOrDefault(id) is { Expired: false })
        {
            yield return GuideNote.Good($"{id} is paired with {display}.");
        }
    }

    /// <summary>The times that run at a Commander.</summary>
    public static IEnumerable<GuideNote> Times(CommanderState commander, string display, string client)
    {
        if (commander.SiteOtp is { } digits)
        {
            yield return GuideNote.Waiting($"The four digits of {display} can be entered at {client}.", digits.Until);
        }

        if (commander.Session is { Retrieved: false } asked)
        {
            yield return GuideNote.Waiting($"Retrieve the Pairing OTP of {asked.Workstation} at {client}.", asked.RetrieveUntil);
        }
        else if (commander.Session is { } session)
        {
            yield return GuideNote.Waiting($"Enter the OTP at {session.Workstation} and press [OK].", session.EnterUntil);
        }
        else if (commander.Service is { } service)
        {
            yield return GuideNote.Waiting("The Pairing Service runs: a workstation may begin.", service.Until);
        }

        if (commander.WrongSiteOtps.LockedUntil is { } locked)
        {
            yield return GuideNote.Waiting("Site Security is locked after too many wrong digits.", locked);
        }
    }

    private static GuideNote? Wrong(string text, string id, string display, CommanderState? commander, string client) => text switch
    {
        Texts.CannotCommunicate => GuideNote.Wrong(
            $"{id} gets no answer of {display}: connect its cable, or give {display} power. Then [OK] and [Pair POS].",
            Texts.CannotCommunicate + ": " + string.Join(' ', Texts.CannotCommunicateReasons)),
        Texts.StartServiceAndTryAgain => GuideNote.Wrong(
            $"The Pairing Service does not run. At {client}: [Security], [Site Security], [Generate OTP], [Start Pairing Service]. "
            + $"Then [Pair POS] at {id}.",
            "Pair POS was initiated, but the Commander Pairing Service was not running. Navigate back to Configuration Client > Security > "
            + "Site Security to restart the Pairing Service."),
        Texts.UnableAtThisMoment => GuideNote.Wrong(
            $"{commander?.Session?.Workstation ?? "Another workstation"} is being paired: finish that, then [Pair POS] at {id}.",
            "It means that a different POS workstation is currently being paired with the Commander."),
        Texts.UnableToPair => GuideNote.Wrong(
            commander?.Service is null
                ? $"The OTP was wrong or too late, and the Pairing Service has stopped. Start it at {client}, then [Pair POS] at {id}."
                : $"The OTP was wrong or too late. [Pair POS] at {id}, and retrieve another OTP at {client}.",
            "If the message “Unable to pair, please try again” displays, press [Pair POS] again within a few minutes. Otherwise, the "
            + "Pairing Service will need to be restarted.") with
        { Until = commander?.Service?.Until },
        Texts.PairingInvalid => GuideNote.Wrong(
            $"{id} is not paired with this Commander any more. [OK], [CSR Func], [Maintenance Menu], [Perform POS Pairing], [Yes].",
            "The POS Workstation has been connected to a different Commander, the Commander has been replaced or its software has been "
            + "re-loaded; or the pairing expired or was revoked. " + PairAgain),
        Texts.PairingRequired => GuideNote.Wrong(
            $"{id} was upgraded and must be paired the same day. [OK], [CSR Func], [Maintenance Menu], [Perform POS Pairing], [Yes].",
            "The POS was Auto Upgraded and the cashier logged into Sales for the first time. " + PairAgain),
        Texts.UpgradePairingFailed => GuideNote.Wrong(
            $"{id} was upgraded and could not be paired. [OK], then pair it by the steps below.",
            Texts.UpgradePairingFailed + " Press [OK] to reboot. " + PairAgain),
        _ => null,
    };
}
