namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>The operator refuses a pairing request.</summary>
public sealed record RefuseRequest(RequestKey Request) : IServerCommand;
