namespace PairingLab.Commander.Core;

/// <summary>The on-screen texts, letter for letter as in the Commander POS pairing guide; each names its section there.</summary>
public static class Texts
{
    /// <summary>Troubleshooting, Sec. Alert - Pairing Invalid.</summary>
    public const string PairingInvalid = "Sec. Alert - Pairing Invalid";

    /// <summary>Troubleshooting, Sec. Alert - Pairing Required.</summary>
    public const string PairingRequired = "Sec. Alert - Pairing Required";

    /// <summary>Put the POS Workstation into pairing mode.</summary>
    public const string Rebooting = "Rebooting to start the pairing process...";

    /// <summary>Begin pairing on the POS Workstation: the text within the button.</summary>
    public const string PleaseWait = "Please wait...";

    /// <summary>Important Information: a different workstation is being paired.</summary>
    public const string UnableAtThisMoment = "Unable to pair at this moment, please try again";

    /// <summary>Important Information.</summary>
    public const string UnableToPair = "Unable to pair, please try again";

    /// <summary>Pairing the POS Workstation after New Installation.</summary>
    public const string StartServiceAndTryAgain = "Please use Configuration Client to start Commander Pairing Service and try again";

    /// <summary>Troubleshooting.</summary>
    public const string CannotCommunicate = "Unable to Pair, Cannot Communicate";

    /// <summary>Troubleshooting, Unable to Pair, Cannot Communicate: the three reasons.</summary>
    public static readonly IReadOnlyList<string> CannotCommunicateReasons =
    [
        "The cables between the POS Workstation and the Commander are not connected or not seated properly.",
        "The router between the POS Workstation and the Commander is not connected or communicating or has no power.",
        "Verify that the Commander is running and properly loaded with the correct application software.",
    ];

    /// <summary>Complete the pairing process.</summary>
    public const string Processing = "Processing, please wait...";

    /// <summary>Complete the pairing process.</summary>
    public const string SuccessfullyPaired = "Successfully Paired";

    /// <summary>Complete the pairing process.</summary>
    public const string PreparingApplication = "Pairing completed, preparing to start POS application...";

    /// <summary>Troubleshooting, Auto Upgrade.</summary>
    public const string UpgradePairingFailed = "The Pairing failed in this system during the Auto Upgrade.";

    /// <summary>Troubleshooting, Permission Denied.</summary>
    public const string PermissionDenied = "Permission Denied";

    /// <summary>Start the Pairing Service in Configuration Client.</summary>
    public const string OtpGenerated = "OTP has been generated. Please read it from the Commander Site Controller's status display.";

    /// <summary>Start the Pairing Service in Configuration Client.</summary>
    public const string ServiceStarted = "Pairing service is started";

    /// <summary>Retrieve the Pairing OTP: title of the dialog box.</summary>
    public const string PairingSessionOtp = "Pairing session OTP";

    /// <summary>Revoke All Trust: the confirmation.</summary>
    public const string RevokeQuestion =
        "This action will remove all prior pairing relationships. All POS Workstations will need to be paired again. "
        + "Are you sure you want to continue?";

    /// <summary>Revoke All Trust, Confirm the action.</summary>
    public const string ProcessingRequest = "Processing request. Please Wait...";

    /// <summary>Certificate Expiration and Renewal Messages.</summary>
    public const string RenewalScheduled = "The certificates are expiring and a POS renewal is scheduled. No action is needed.";

    /// <summary>Certificate Expiration and Renewal Messages.</summary>
    public const string CertificatesRenewed = "The POS certificates were renewed. No action is needed.";

    /// <summary>Whether a message is one of the two above.</summary>
    public static bool SaysNoActionIsNeeded(string message) => message.EndsWith("No action is needed.", StringComparison.Ordinal);

    /// <summary>Certificate Expiration and Renewal Messages.</summary>
    public const string CertificatesExpired = "Certificates expired and POS pairing is required.";
}
