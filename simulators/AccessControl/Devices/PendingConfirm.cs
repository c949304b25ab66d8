using System.Collections.Immutable;

namespace PairingLab.AccessControl.Devices;

/// <summary>A confirmation that has no answer yet; kept over a power cut, since MACS may have counted it.</summary>
public sealed record PendingConfirm(string AccessId, int Adults, int Children, ImmutableList<int> Ages);
