namespace PairingLab.Host.Site;

/// <summary>Body of <c>POST /lab/devices/{id}/connect</c>: the id of the device at the other end of the cable.</summary>
public sealed record ConnectRequest(string? To);
