using System.Text.Json.Serialization;

namespace PairingLab.TerminalTrust.Api;

/// <summary>Body of <c>POST /terminal/hello</c>.</summary>
/// <param name="Serial">The terminal's serial number, "BT101308".</param>
/// <param name="Firmware">Its firmware version, eight digits: "20230801".</param>
public sealed record HelloRequest(string Serial, string Firmware);

/// <summary>Gate's answer to a hello; <c>state</c> names the kind (docs/protocols/terminal-trust.md, "Wire").</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "state")]
[JsonDerivedType(typeof(UpgradeRequiredResponse), "UPGRADE_REQUIRED")]
[JsonDerivedType(typeof(WaitResponse), "WAIT")]
[JsonDerivedType(typeof(PendingResponse), "PENDING")]
[JsonDerivedType(typeof(PairedResponse), "PAIRED")]
[JsonDerivedType(typeof(RejectedResponse), "REJECTED")]
public abstract record HelloResponse;

/// <summary>The firmware is too old: fetch the package, start with the new firmware, and say hello again.</summary>
public sealed record UpgradeRequiredResponse(string To, string Package) : HelloResponse;

/// <summary>All upgrade slots are taken.</summary>
public sealed record WaitResponse(int RetryAfterSeconds) : HelloResponse;

/// <summary>The operator has not decided; the pairing code of the certificate that gate has seen.</summary>
public sealed record PendingResponse(string PairingCode) : HelloResponse;

/// <summary>The terminal is paired.</summary>
/// <param name="Master">The base of master's API.</param>
/// <param name="MasterFingerprint">The fingerprint of master's certificate, to be pinned.</param>
/// <param name="Vpn">How to reach master; null when no VPN configuration was generated.</param>
public sealed record PairedResponse(string Master, string MasterFingerprint, VpnConfiguration? Vpn) : HelloResponse;

/// <summary>Gate rejects the terminal; the number of the reason.</summary>
public sealed record RejectedResponse(int Reason) : HelloResponse;

/// <summary>
/// The lab's stand-in for an OpenVPN configuration. The VPN's entrance is an HTTP proxy (CONNECT) that lets clients with the key through
/// to master, so that any client can use it: <c>curl --proxy http://BT101308:KEY@host:port https://…/terminal/status</c>.
/// </summary>
/// <param name="Server">The entrance of the VPN, "http://host:port".</param>
/// <param name="User">The terminal's serial number.</param>
/// <param name="Key">Its key.</param>
public sealed record VpnConfiguration(string Server, string User, string Key);

/// <summary>Master serves the terminal; mode 0 is normal service.</summary>
public sealed record StatusResponse(int Mode);

/// <summary>Master rejects the terminal (403); the number of the reason.</summary>
public sealed record ReasonResponse(int Reason);
