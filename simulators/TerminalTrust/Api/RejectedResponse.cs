namespace PairingLab.TerminalTrust.Api;

/// <summary>Gate rejects the terminal; the reason's number.</summary>
public sealed record RejectedResponse(int Reason) : HelloResponse;
