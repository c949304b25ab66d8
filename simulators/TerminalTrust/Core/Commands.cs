using System.Collections.Immutable;

namespace PairingLab.TerminalTrust.Core;

/// <summary>A command to a server.</summary>
public interface IServerCommand;

/// <summary>A terminal says hello at gate.</summary>
/// <param name="Serial">Its serial number.</param>
/// <param name="Firmware">Its firmware version, eight digits.</param>
/// <param name="Fingerprint">The fingerprint of the client certificate in the TLS session.</param>
public sealed record Hello(string Serial, string Firmware, string Fingerprint) : IServerCommand;

/// <summary>Gate sends a terminal part of a firmware package, up to byte <paramref name="Until"/> of <paramref name="Total"/>.</summary>
public sealed record SendPackage(string Fingerprint, string Version, int Until, int Total) : IServerCommand;

/// <summary>A terminal asks master for its mode.</summary>
public sealed record AskStatus(string Fingerprint, string Address, bool ThroughVpn) : IServerCommand;

/// <summary>A user gives a password; a user with two-factor sign-in must give a code next.</summary>
public sealed record GivePassword(string User, bool Right, bool HasTwoFactor) : IServerCommand;

/// <summary>The user gives an authentication code.</summary>
/// <param name="TimeStep">The time step that the code belongs to (RFC 6238); null for a wrong code.</param>
public sealed record GiveCode(long? TimeStep) : IServerCommand;

/// <summary>The user signs out.</summary>
public sealed record SignOut : IServerCommand;

/// <summary>A terminal is created in CAS under its serial number.</summary>
public sealed record CreateTerminal(string Serial) : IServerCommand;

/// <summary>A VPN configuration is generated in CAS; it replaces an older one.</summary>
public sealed record GenerateVpn(string Serial, string Key) : IServerCommand;

/// <summary>A terminal is taken out of service, or put back into service.</summary>
public sealed record SetActive(string Serial, bool Active) : IServerCommand;

/// <summary>The addresses that a terminal may come from are set; none for all.</summary>
public sealed record SetIpWhitelist(string Serial, ImmutableList<string> Addresses) : IServerCommand;

/// <summary>Unpair in the terminal list's action menu.</summary>
public sealed record UnpairTerminal(string Serial) : IServerCommand;

/// <summary>The exchange rate, the IP whitelist and the opening hours are set.</summary>
public sealed record ChangeRules(ServingRules Rules) : IServerCommand;

/// <summary>The operator approves one or more pairing requests: all of them or none.</summary>
public sealed record ApproveRequests(ImmutableList<RequestKey> Requests) : IServerCommand;

/// <summary>The operator refuses a pairing request.</summary>
public sealed record RefuseRequest(RequestKey Request) : IServerCommand;

/// <summary>The server was migrated: it keeps its keys and its terminals and loses the stored fingerprints.</summary>
public sealed record LoseFingerprints : IServerCommand;

/// <summary>Only time passes.</summary>
public sealed record PassTime : IServerCommand;

/// <summary>The clock skips so much time in which all who are heard would have gone on asking.</summary>
public sealed record SkipTime(TimeSpan Span) : IServerCommand;
