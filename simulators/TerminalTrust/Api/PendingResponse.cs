namespace PairingLab.TerminalTrust.Api;

/// <summary>The operator has not decided; the code of the certificate that gate has seen.</summary>
public sealed record PendingResponse(string PairingCode) : HelloResponse;
