namespace PairingLab.Kernel.Cables;

/// <summary>What a cable does with what is sent over it.</summary>
public enum CableState
{
    /// <summary>Everything arrives at once.</summary>
    Connected,

    /// <summary>Nothing arrives, and nobody is told: as with a pulled plug, both ends just wait.</summary>
    Cut,

    /// <summary>Everything arrives, each piece <see cref="Cable.Delay"/> late.</summary>
    Slow,

    /// <summary>Pieces get lost: one in <see cref="Cable.LossOneIn"/> breaks the connection.</summary>
    Lossy,
}
