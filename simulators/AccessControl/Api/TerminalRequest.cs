namespace PairingLab.AccessControl.Api;

/// <summary>Body of <c>POST /lab-admin/terminals</c>.</summary>
public sealed record TerminalRequest(string? Serial, string? LocationId);
