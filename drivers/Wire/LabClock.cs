namespace PairingLab.Drivers.Wire;

/// <summary>The lab's clock, in the shape of <c>GET /lab/clock</c>: lab time, and "stepped" or "real".</summary>
public sealed record LabClock(DateTimeOffset Now, string? Mode);
