namespace PairingLab.Reports.Gherkin;

/// <summary>A feature file is not Gherkin; the message names the file, the line and what would be right.</summary>
public sealed class GherkinException(string path, int line, string message)
    : Exception($"{path}({line}): {message}");
