namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>Exchange rate, IP whitelist and opening hours were set.</summary>
public sealed record RulesChanged(ServingRules Rules) : IServerEvent;
