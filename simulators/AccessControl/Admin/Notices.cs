namespace PairingLab.AccessControl.Admin;

/// <summary>Confirmations. The address of the next page carries only a key, so that a link cannot inject other texts.</summary>
internal static class Notices
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["user-added"] = "The user was added.",
        ["user-saved"] = "The user was saved. A new role or password ends that user's sessions.",
        ["user-deleted"] = "The user was deleted.",
        ["rule-added"] = "The rule was added.",
        ["rule-saved"] = "The rule was saved.",
        ["rule-deleted"] = "The rule was deleted.",
        ["location-added"] = "The location was added.",
        ["location-saved"] = "The location was saved.",
        ["location-deleted"] = "The location was deleted.",
        ["terminal-added"] = "The terminal was added. Get its pairing code and enter it on the POS.",
        ["terminal-deleted"] = "The terminal was deleted.",
        ["row-saved"] = "The row was saved.",
        ["row-deleted"] = "The row was deleted.",
        ["rows-imported"] = "The rows were imported.",
        ["reversed"] = "The operation was reversed.",
        ["enrolment-verified"] = "MRS was asked; what it says stands below.",
        ["enrolment-suspended"] = "The enrollment was suspended. The card is let in nowhere until it is reactivated.",
        ["enrolment-reactivated"] = "The enrollment was reactivated.",
        ["enrolment-removed"] = "The enrollment was removed. The card is enrolled anew when a rule looks at its spending.",
        ["document-added"] = "The document was added.",
        ["signed-out"] = "You are signed out.",
        ["password-changed"] = "Your password was changed. Your sessions in other browsers have ended.",
    };

    public static string? Of(string word) => Texts.GetValueOrDefault(word);
}
