using System.Collections.Immutable;

namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>The operator approves one or more pairing requests: all of them or none.</summary>
public sealed record ApproveRequests(ImmutableList<RequestKey> Requests) : IServerCommand;
