namespace PairingLab.AccessControl.Api;

/// <summary>PAIRED after a pairing, COMPLETED after a confirmation.</summary>
public sealed record StatusResponse(string Status);
