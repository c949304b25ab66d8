namespace PairingLab.SmartConnect.Core;

/// <summary>What a device says of the card and of the acquirer's answer. The number is masked in the device already.</summary>
public sealed record CardDetails(string AuthId, string AcquirerRef, string TerminalRef, string CardPan, string CardType, string AccountType);
