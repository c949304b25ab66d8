namespace PairingLab.Host.Site;

/// <summary>The settings of every system.</summary>
public static class SiteSettings
{
    /// <summary>What is wrong with a setting; null when nothing is.</summary>
    public static string? WhyNot(string system, string name, string text)
    {
        try
        {
            PairingSystems.Find(system).Check(new Dictionary<string, string>(StringComparer.Ordinal) { [name] = text });
            return null;
        }
        catch (SiteException e)
        {
            // The place in the file already says which setting.
            return e.Message[(e.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        }
    }
}
