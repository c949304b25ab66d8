namespace PairingLab.Reports.Gherkin;

/// <summary>
/// Reads feature files: the English part of Gherkin. The official Gherkin package is not on every feed; a test holds this
/// reader against the official one.
/// </summary>
public static class FeatureReader
{
    /// <summary>Reads a feature file's content. Throws <see cref="GherkinException"/>, which names the line.</summary>
    /// <param name="path">The file, relative to the feature root, with forward slashes.</param>
    /// <param name="content">Its text.</param>
    public static Feature Read(string path, string content) => new FeatureParser(new LineCursor(path, content)).Feature();
}
