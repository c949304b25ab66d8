namespace PairingLab.Kernel.Web;

/// <summary>Body of <c>POST /lab/clock</c>.</summary>
public sealed record ClockRequest(TimeSpan? Advance);
