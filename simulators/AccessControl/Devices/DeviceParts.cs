using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.AccessControl.Devices;

/// <summary>What a device hangs on: its cable, the tap that takes its exchanges down, the clock and its disk.</summary>
public sealed record DeviceParts(Cable Cable, WireTap Tap, LabClock Clock, ILabStore Store);
