namespace PairingLab.Wire;

/// <summary>The lab's clock, in the shape of <c>GET /lab/clock</c>.</summary>
/// <param name="Now">Lab time.</param>
/// <param name="Mode">stepped or real.</param>
public sealed record ClockReading(DateTimeOffset Now, string? Mode);

/// <summary>Body of <c>POST /lab/clock</c>.</summary>
/// <param name="Advance">By how much a stepped clock goes on.</param>
public sealed record ClockRequest(TimeSpan? Advance);
