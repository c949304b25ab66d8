namespace PairingLab.Sci.Core.Events;

/// <summary>A terminal belongs to a tenant now.</summary>
public sealed record TerminalEnrolled(string Terminal, string Tid, string Nickname, string Tenant) : ISciEvent;
