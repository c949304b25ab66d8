using System.Collections.Immutable;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>What a POS keeps on its disk.</summary>
public sealed record PosMemory(ImmutableList<StoredPairing> Pairings, StoredPairing? New, PosPurchase? Purchase)
{
    /// <summary>What is worth keeping of a state.</summary>
    public static PosMemory Of(PosState state) => new(state.Pairings, state.New, state.Purchase);

    /// <summary>The state in which a POS with this memory starts.</summary>
    public PosState ToState() => new() { Pairings = Pairings, New = New, Purchase = Purchase };
}
