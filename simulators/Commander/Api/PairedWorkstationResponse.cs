namespace PairingLab.Commander.Api;

/// <summary>A row of <c>GET /config/workstations</c>.</summary>
public sealed record PairedWorkstationResponse(string Workstation, DateTimeOffset PairedAt, DateTimeOffset NotAfter, bool Linked);
