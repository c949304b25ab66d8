namespace PairingLab.TerminalTrust.Api;

/// <summary>Where a server is reached.</summary>
/// <param name="Gate">The base of gate's API.</param>
/// <param name="Master">The base of master's API.</param>
/// <param name="Vpn">The entrance of the VPN.</param>
/// <param name="GateDocument">The OpenAPI document of gate.</param>
/// <param name="MasterDocument">The OpenAPI document of master.</param>
public sealed record ServerAddresses(string Gate, string Master, string Vpn, string GateDocument = "", string MasterDocument = "");
