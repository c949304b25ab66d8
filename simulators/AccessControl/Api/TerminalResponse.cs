namespace PairingLab.AccessControl.Api;

/// <summary>A terminal of the list: its serial number, location, and PAIRED or NOT PAIRED.</summary>
public sealed record TerminalResponse(string Serial, string? LocationId, string Status);
