namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>Exchange rate, IP whitelist and opening hours are set.</summary>
public sealed record ChangeRules(ServingRules Rules) : IServerCommand;
