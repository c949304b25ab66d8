namespace PairingLab.SmartConnect.Tests.Exploration;

/// <summary>Something that happens at a site.</summary>
/// <param name="Kind">What.</param>
/// <param name="Device">Which device, 0 to 3.</param>
/// <param name="Register">Which register, 0 to 5.</param>
/// <param name="Choice">Which of several ways, 0 to 400.</param>
public sealed record Act(ActKind Kind, int Device, int Register, int Choice);
