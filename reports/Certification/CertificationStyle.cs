namespace PairingLab.Reports.Certification;

/// <summary>The report's style, inside the page, so that one file can be handed in.</summary>
internal static class CertificationStyle
{
    /// <summary>The sheet.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var sheet = typeof(CertificationStyle).Assembly.GetManifestResourceStream("certification.css")!;
        using var reader = new StreamReader(sheet);
        return reader.ReadToEnd();
    }
}
