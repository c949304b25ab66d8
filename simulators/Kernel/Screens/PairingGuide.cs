namespace PairingLab.Kernel.Screens;

/// <summary>The way through a pairing, for a person at the bench page, and which step comes next.</summary>
/// <param name="Title">What it is for, "Pair a workstation".</param>
/// <param name="Steps">The steps.</param>
/// <param name="Current">The number of the next one; one more than there are when all is done.</param>
/// <param name="Done">What to say when all is done.</param>
public sealed record PairingGuide(string Title, IReadOnlyList<GuideStep> Steps, int Current, string Done)
{
    /// <summary>What has happened: what is paired, what went wrong and how it goes on, what time runs.</summary>
    public IReadOnlyList<GuideNote> Notes { get; init; } = [];
}
