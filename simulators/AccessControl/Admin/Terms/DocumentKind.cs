namespace PairingLab.AccessControl.Admin.Terms;

/// <summary>The two documents of the seed.</summary>
internal static class DocumentKind
{
    public const string Terms = "TERMS";
    public const string Privacy = "PRIVACY";

    public static IReadOnlyList<(string Value, string Text)> All { get; } = [(Terms, "Terms and Conditions"), (Privacy, "Privacy Policy")];

    public static string Of(string kind) => All.First(k => k.Value == kind).Text;
}
