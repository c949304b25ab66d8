using System.Collections.Concurrent;
using PairingLab.AccessControl.Devices;
using PairingLab.AccessControl.Services;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.Kernel.Time;
using MacsDevice = PairingLab.Kernel.Simulation.Device<
    PairingLab.AccessControl.Devices.MacsDeviceState,
    PairingLab.AccessControl.Devices.MacsDeviceRequest,
    PairingLab.AccessControl.Devices.MacsDeviceReply>;

namespace PairingLab.AccessControl.Screens;

/// <summary>
/// What the lab does in place of an administrator of MACS: it gets a pairing code as the admin panel's [Get Pairing Code] does, and knows
/// how the first administrator signs in.
/// </summary>
internal sealed class MacsHelp(LabClock clock)
{
    private readonly ConcurrentDictionary<string, PairingCode> shown = new(StringComparer.Ordinal);

    /// <summary>The code that was got for a terminal and can still be used; null when there is none.</summary>
    public PairingCode? CodeOf(string serial) =>
        shown.TryGetValue(serial, out var code) && code.Until > clock.GetUtcNow() ? code : null;

    /// <summary>The help for a bench.</summary>
    public IReadOnlyList<LabHelp> Of(IReadOnlyList<IDevice> devices, Pairing pairing, string panel, string email, string password) =>
    [
        .. devices.OfType<MacsDevice>().Where(d => d.State is { Memory.Paired: false })
            .Select((d, i) => CodeFor(d.Info.Id, pairing, isFirst: i == 0)),
        new("admin-sign-in", "The administrator's sign-in", "For the admin panel: locations, terminals, rules, operations.")
        {
            Link = panel,
            Values = [new("E-mail address", email), new("Password", password)],
        },
    ];

    private LabHelp CodeFor(string device, Pairing pairing, bool isFirst)
    {
        var code = CodeOf(MacsDeviceLogic.SerialOf(device));
        return new(
            $"pairing-code-{device}",
            $"Pairing code of {device}",
            isFirst ? "As the administrator gets it in the admin panel. A new one ends the one before." : "")
        {
            Values = code is null ? [] : [new("Pairing code", code.Code)],
            Until = code?.Until,
            Act = new($"Get Pairing Code for {device}", () => GetAsync(MacsDeviceLogic.SerialOf(device), pairing)),
        };
    }

    private async Task<string?> GetAsync(string serial, Pairing pairing)
    {
        try
        {
            if (await pairing.GetCodeAsync(serial) is not { } code)
            {
                return $"{serial} is paired in MACS: unpair it in the admin panel first";
            }

            shown[serial] = code;
            return null;
        }
        catch (KeyNotFoundException)
        {
            return $"MACS has no terminal {serial}: add it to a location in the admin panel first";
        }
    }
}
