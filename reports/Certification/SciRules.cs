using static PairingLab.Reports.Certification.Demand;

namespace PairingLab.Reports.Certification;

/// <summary>
/// The rules of SCI. The wording of the official list is not public: only the six ids below that begin with SCI are the vendor's;
/// the others are the lab's own, and quote the sentence of the seed that they come from.
/// </summary>
public static class SciRules
{
    private const string Seed = "seed 004_b9cc866c533de7c3";
    private const string Vendor = "the vendor's public documents";

    private const string CheckFirst =
        "Before navigating to the pairing section of your POS and before initiating a transaction, call GET /pairing-info to verify the pairing is still active";

    /// <summary>All of them, in the order of the pairing flow.</summary>
    public static readonly IReadOnlyList<CertificationRule> All =
    [
        new("SCIPAIRING02", Mandatory, "Name and logo of SCI", "SCI branding - the name \"Simple Cloud Integration\" must be displayed, along with the SCI logo below.", Seed),
        new("PL-SCI-01", Mandatory, "Pairing Code field", "The pairing screen must display: A Pairing Code input field - mandatory", Seed),
        new("SCIPAIRING09", Recommended, "Pairing instructions", "Pairing instructions - recommended; show the merchant how to initiate pairing from the terminal (optional for certification — SCIPAIRING09)", Seed),
        new("PL-SCI-09", Mandatory, "Invalid code: the API's own text", "Invalid pairing code entered: Error from API: \"Pairing not found: Pairing not found\"", Seed),
        new("PL-SCI-02", Optional, "Pairing Nickname field, and the nickname is sent", "The pairing screen must display: A Pairing Nickname input field - optional", Seed),
        new("PL-SCI-10", Mandatory, "Connectivity failure: a clear message", "Network/connectivity failure: Suggested: \"Please check network and terminal connections and try again\"", Seed),
        new("PL-SCI-15", Mandatory, "Confirmation code shown", "A confirmation code is displayed in the API response and simultaneously on the terminal. The merchant verifies they match, then confirms on the terminal to complete the pairing.", Seed),
        new("PL-SCI-04", Mandatory, "Cancel button", "The pairing that is being made can be cancelled by a Cancel button.", Vendor),
        new("SCIPAIRING07", Mandatory, "Cancel unpairs and leaves no incomplete record", "Cancel also calls unpair and leaves no incomplete record.", Vendor),
        new("PL-SCI-03", Mandatory, "Test button calls pairing-info", "Your POS will display a test button which calls GET /v1/pairing-info.", Seed),
        new("PL-SCI-05", Mandatory, "Success message", "Once pairing is complete, the screen must display: A success message - mandatory", Seed),
        new("PL-SCI-06", Mandatory, "Pairing Nickname and Pairing ID shown", "Once pairing is complete, the screen must display: Pairing Nickname and Pairing ID - mandatory", Seed),
        new("PL-SCI-07", Optional, "TID and Terminal Nickname shown", "Once pairing is complete, the screen must display: TID and Terminal Nickname - optional", Seed),
        new("PL-SCI-14", Mandatory, "The response's values are stored", "On success, the API returns a pairing response (see fields below). Your POS must store these values.", Seed),
        new("SCIPAIRING10", Mandatory, "pairing-info when the pairing section is opened", CheckFirst, Seed),
        new("PL-SCI-13", Mandatory, "Base URL stored per pairing", "Must be stored per pairing. The base URL for all SCI API requests for this terminal. Different terminals may return different URLs.", Seed),
        new("PL-SCI-08", Mandatory, "Unpair button for each pairing", "Once pairing is complete, the screen must display: An Unpair button - mandatory", Seed),
        new("PL-SCI-16", Mandatory, "204 on unpair leads to the unpaired state", "To remove a pairing, call POST /v1/unpair. A successful response returns 204 No Content.", Seed),
        new("SCIMULTI03", Mandatory, "pairing-info before a transaction", CheckFirst, Seed),
        new("PL-SCI-11", Mandatory, "Pairing removed elsewhere: a clear error", "Pairing has been unpaired externally: Clear error shown when navigating to the pairing section or before initiating a transaction (detected via GET /pairing-info)", Seed),
        new("SCITX01", Mandatory, "The exact text \"No active pairings found\"", "A transaction without an active pairing shows the exact text \"No active pairings found\".", Vendor),
        new("PL-SCI-12", Mandatory, "API key and secrets neither visible nor editable", "API key and secrets are not visible or editable in the UI.", Vendor),
    ];

    /// <summary>The rule of that id.</summary>
    public static CertificationRule Of(string id) => All.Single(r => r.Id == id);
}
