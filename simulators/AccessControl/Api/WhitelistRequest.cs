namespace PairingLab.AccessControl.Api;

/// <summary>Body of <c>POST /lab-admin/whitelist</c>.</summary>
public sealed record WhitelistRequest(string? Pan);
