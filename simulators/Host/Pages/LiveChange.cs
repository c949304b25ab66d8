namespace PairingLab.Host.Pages;

/// <summary>A topic that changed, and the number of the change; as <c>GET /lab/events</c> sends it.</summary>
public sealed record LiveChange(string Topic, long Version);
