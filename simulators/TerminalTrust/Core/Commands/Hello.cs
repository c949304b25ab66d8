namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>A terminal says hello at gate. <paramref name="Firmware"/> has eight digits; the fingerprint is that of the certificate in the TLS session.</summary>
public sealed record Hello(string Serial, string Firmware, string Fingerprint) : IServerCommand;
