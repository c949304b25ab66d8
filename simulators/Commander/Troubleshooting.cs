using PairingLab.Commander.Core;
using PairingLab.Kernel.Panels;

namespace PairingLab.Commander;

/// <summary>
/// The chapter "Troubleshooting and Messages" of the Commander POS pairing guide: which message displays for which reason, and what to do.
/// </summary>
internal static class Troubleshooting
{
    private const string PairAgain =
        "Follow the steps in the Pairing after the initial Auto Upgrade, Pairing Expired or Revoked section.";

    private static readonly TesterNote UnableToPair = new(
        "POS was unable to Pair",
        $"The pairing failed. {PairAgain}",
        $"The Pairing Service was not started on the Commander via Configuration Client. {PairAgain}",
        "An incorrect Pairing Session OTP was entered. Select [Pair POS] and Retrieve another Pairing OTP from Configuration Client.",
        "Press [Pair POS] again within two minutes. Otherwise, the Pairing Service will need to be restarted.");

    private static readonly Dictionary<string, TesterNote> Entries = new(StringComparer.Ordinal)
    {
        [Texts.PermissionDenied] = new(
            "Permission Denied",
            "The Helpdesk is trying to PuTTY into the POS, but the POS is not paired with the Commander. " + PairAgain),
        [Texts.CannotCommunicate] = new("Unable to Pair, Cannot Communicate", [.. Texts.CannotCommunicateReasons]),
        [Texts.StartServiceAndTryAgain] = new(
            "Start Commander Pairing Service and Try Again",
            "Pair POS was initiated, but the Commander Pairing Service was not running. Navigate back to Configuration Client > "
            + "Security > Site Security to restart the Pairing Service."),
        [Texts.UpgradePairingFailed] = new(
            "Auto Upgrade", "The Pairing failed in this system during the Auto Upgrade. Press [OK] to reboot. " + PairAgain),
        [Texts.PairingInvalid] = new(
            "Sec. Alert - Pairing Invalid",
            "The POS Workstation has been connected to a different Commander, the Commander has been replaced or its software has been "
            + "re-loaded. The message will continue to display between each transaction until the POS is paired.",
            "The pairing expired or was revoked.",
            PairAgain),
        [Texts.PairingRequired] = new(
            "Sec. Alert - Pairing Required",
            "The POS was Auto Upgraded and the cashier logged into Sales for the first time.",
            PairAgain + " This must be performed the same day."),
        [Texts.UnableToPair] = UnableToPair,
        [Texts.UnableAtThisMoment] = new(
            "POS was unable to Pair", "A different POS workstation is currently being paired with the Commander."),
        [Texts.CertificatesExpired] = new(
            "Certificate Expiration and Renewal Messages", "Certificates expired and POS pairing is required. " + PairAgain),
    };

    /// <summary>The messages that the chapter has an entry for.</summary>
    public static IEnumerable<string> Messages => Entries.Keys;

    /// <summary>The entry for what a panel shows; null when it shows none of the messages.</summary>
    public static TesterNote? For(Panel panel) => panel.Texts.Select(EntryOf).FirstOrDefault(h => h is not null);

    /// <summary>A message may stand behind its date.</summary>
    private static TesterNote? EntryOf(string text) => Entries.FirstOrDefault(e => text.EndsWith(e.Key, StringComparison.Ordinal)).Value;
}
