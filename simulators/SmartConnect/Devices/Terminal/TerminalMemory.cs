namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>What a payment device keeps on its disk. Registers and payments are SmartConnect's.</summary>
public sealed record TerminalMemory(string InternalId, TerminalOutcome? Outcome);
