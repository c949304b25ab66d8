using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>What a workstation meets outside its core.</summary>
/// <param name="Card">Who it is.</param>
/// <param name="Settings">The times.</param>
/// <param name="Cable">Its cable.</param>
/// <param name="Tap">Takes exchanges down.</param>
/// <param name="Clock">The lab clock.</param>
/// <param name="Store">Its disk.</param>
/// <param name="Commander">The address of the Commander at the other end of the cable; null when it is plugged in nowhere.</param>
internal sealed record WorkstationRim(
    DeviceCard Card, CommanderSettings Settings, Cable Cable, WireTap Tap, LabClock Clock, ILabStore Store, Func<string?> Commander);
