namespace PairingLab.TerminalTrust.Core;

/// <summary>Something that has happened at a server.</summary>
public interface IServerEvent;

/// <summary>Gate answers a hello.</summary>
public sealed record GateAnswered(GateAnswer Answer) : IServerEvent;

/// <summary>A terminal said hello.</summary>
public sealed record TerminalHeard(string Serial, string Firmware, DateTimeOffset At) : IServerEvent;

/// <summary>A terminal, or another certificate under its serial number, was rejected.</summary>
public sealed record TerminalRejected(string Serial, RejectionReason Reason, DateTimeOffset At) : IServerEvent;

/// <summary>A rejected terminal has not come back: its rejection is no longer shown.</summary>
public sealed record RejectionForgotten(string Serial) : IServerEvent;

/// <summary>A terminal with an unknown fingerprint asks to be paired; it asks again every few seconds.</summary>
public sealed record RequestHeard(RequestKey Request, DateTimeOffset At) : IServerEvent;

/// <summary>A pairing request was dropped: its terminal has stopped asking, or newer requests took its place.</summary>
public sealed record RequestDropped(RequestKey Request) : IServerEvent;

/// <summary>A terminal whose request waits for the operator has not been heard for so long that it has stopped.</summary>
public sealed record TerminalFellSilent(string Serial) : IServerEvent;

/// <summary>The operator has refused a fingerprint.</summary>
public sealed record RequestRefused(RequestKey Request) : IServerEvent;

/// <summary>The operator has approved a fingerprint: the terminal is paired.</summary>
public sealed record TerminalPaired(string Serial, string Fingerprint, DateTimeOffset At) : IServerEvent;

/// <summary>A terminal is no longer paired. The fingerprint is the one that was trusted, null when none was.</summary>
public sealed record TerminalUnpaired(string Serial, string? Fingerprint) : IServerEvent;

/// <summary>The server has lost all stored fingerprints.</summary>
public sealed record FingerprintsLost : IServerEvent;

/// <summary>Master answers; the reason is null when it serves the terminal.</summary>
public sealed record MasterAnswered(RejectionReason? Reason) : IServerEvent;

/// <summary>Master has served a terminal.</summary>
public sealed record SessionServed(string Serial, bool ThroughVpn, DateTimeOffset At) : IServerEvent;

/// <summary>A terminal has not been served for a while: it is offline.</summary>
public sealed record SessionEnded(string Serial) : IServerEvent;

/// <summary>A terminal has an upgrade slot.</summary>
public sealed record UpgradeBegun(string Serial, string Fingerprint, string From, string To, DateTimeOffset At) : IServerEvent;

/// <summary>A terminal still uses its upgrade slot.</summary>
public sealed record UpgradeHeld(string Serial, int Sent, int Total, DateTimeOffset At) : IServerEvent;

/// <summary>An upgrade slot is free again.</summary>
public sealed record UpgradeEnded(string Serial, bool Done) : IServerEvent;

/// <summary>A terminal waits for an upgrade slot, or still does.</summary>
public sealed record QueueJoined(string Serial, DateTimeOffset At) : IServerEvent;

/// <summary>A terminal no longer waits for an upgrade slot.</summary>
public sealed record QueueLeft(string Serial) : IServerEvent;

/// <summary>A terminal was created in CAS.</summary>
public sealed record TerminalCreated(string Serial) : IServerEvent;

/// <summary>A terminal has a VPN configuration.</summary>
public sealed record VpnGenerated(string Serial, string Key) : IServerEvent;

/// <summary>A terminal is out of service, or in service again.</summary>
public sealed record ActiveSet(string Serial, bool Active) : IServerEvent;

/// <summary>The addresses that a terminal may come from were set, with commas between; empty for all.</summary>
public sealed record IpWhitelistSet(string Serial, string Addresses) : IServerEvent;

/// <summary>The exchange rate, the IP whitelist and the opening hours were set.</summary>
public sealed record RulesChanged(ServingRules Rules) : IServerEvent;

/// <summary>A user is signed in, or still has to give a code.</summary>
public sealed record PasswordAccepted(string User, bool AwaitsCode, DateTimeOffset At) : IServerEvent;

/// <summary>A user has signed in with two factors.</summary>
public sealed record CodeAccepted(long TimeStep, DateTimeOffset At) : IServerEvent;

/// <summary>A password or a code was wrong.</summary>
public sealed record SignInFailed(string User, WrongTries Tries) : IServerEvent;

/// <summary>The signed-in user has done something.</summary>
public sealed record SignInUsed(DateTimeOffset At) : IServerEvent;

/// <summary>Nobody is signed in any more.</summary>
public sealed record SignedOut : IServerEvent;

/// <summary>A row was added to the event list.</summary>
public sealed record Logged(string Serial, EventCode Code, DateTimeOffset At) : IServerEvent;

/// <summary>The command was not carried out.</summary>
public sealed record Refused(Refusal Reason) : IServerEvent;

/// <summary>All who were heard lately count as heard so much later.</summary>
public sealed record HeardMeanwhile(TimeSpan Span, DateTimeOffset At, TimeSpan Lately) : IServerEvent;
