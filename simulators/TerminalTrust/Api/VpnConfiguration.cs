namespace PairingLab.TerminalTrust.Api;

/// <summary>
/// The lab's stand-in for an OpenVPN configuration: the VPN's entrance is an HTTP proxy (CONNECT) that lets through to master who
/// has the key, so that any client can use it: <c>curl --proxy http://BT101308:KEY@host:port https://…/terminal/status</c>.
/// </summary>
/// <param name="Server">Where the VPN is entered, "http://host:port".</param>
/// <param name="User">The terminal's serial number.</param>
/// <param name="Key">Its key.</param>
public sealed record VpnConfiguration(string Server, string User, string Key);
