namespace PairingLab.Commander.Tests.Exploration;

/// <summary>One thing done at a site.</summary>
/// <param name="Kind">What.</param>
/// <param name="Who">By which workstation or client.</param>
/// <param name="Choice">Chooses between several of a kind (a span, a button, a user).</param>
internal sealed record Act(ActKind Kind, int Who, int Choice);
