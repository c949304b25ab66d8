namespace PairingLab.Reports.Gherkin;

/// <summary>A tag with its @, and where it stands.</summary>
public sealed record Tag(int Line, int Column, string Name);
