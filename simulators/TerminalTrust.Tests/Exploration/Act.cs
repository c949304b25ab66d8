namespace PairingLab.TerminalTrust.Tests.Exploration;

/// <summary>Something that somebody does, or that happens.</summary>
/// <param name="Kind">What.</param>
/// <param name="Who">Which terminal or server, counted on and on.</param>
/// <param name="Choice">Which of several ways.</param>
public sealed record Act(ActKind Kind, int Who, int Choice);
