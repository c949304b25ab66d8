namespace PairingLab.Commander.Api;

/// <summary>Body of <c>POST /config/auto-upgrade</c>.</summary>
public sealed record AutoUpgradeRequest(string Base);
