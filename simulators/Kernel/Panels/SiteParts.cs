using PairingLab.Kernel.Network;
using PairingLab.Kernel.Serial;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Panels;

/// <summary>What a site gives to each pairing system.</summary>
/// <param name="Clock">The one time.</param>
/// <param name="Cables">The paths between devices.</param>
/// <param name="Tap">Takes exchanges down.</param>
/// <param name="Store">What survives power cuts.</param>
/// <param name="Lines">The serial lines.</param>
/// <param name="Seed">Where codes come from in a scenario; null for the cryptographic source.</param>
/// <param name="DataFolder">For a system that keeps more than documents: its folder on the disk; null to keep all in memory.</param>
public sealed record SiteParts(
    LabClock Clock,
    Cables Cables,
    WireTap Tap,
    ILabStore Store,
    SerialLines Lines,
    int? Seed,
    string? DataFolder = null)
{
    /// <summary>Where its servers listen.</summary>
    public Listening Listening { get; init; } = Listening.OnLoopback;
}
