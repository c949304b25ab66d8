using PairingLab.SmartConnect.Core.Commands;
using PairingLab.SmartConnect.Core.Events;

namespace PairingLab.SmartConnect.Core;

/// <summary>Registers paired and unpaired: one device a register, any number of registers a device (seed, cardinality).</summary>
internal static class Pairing
{
    public static IEnumerable<ISmartConnectEvent> On(SmartConnectState state, PairRegister c, DateTimeOffset now)
    {
        if (!state.Codes.TryGetValue(c.Code, out var device) || now >= state.Devices[device].Code!.Until)
        {
            return [new Refused(Refusal.InvalidCode)];
        }

        var paired = new RegisterPaired(new(c.Register, c.Name, c.Business, c.Vendor, device, now, c.Contact));

        // Seed: pairing again "will unpair the previously paired device (so long as … the pairing code [is] valid)".
        return state.Registers.GetValueOrDefault(c.Register) is { } before
            ? [new RegisterUnpaired(before.Id, before.Device), paired]
            : [paired];
    }

    public static IEnumerable<ISmartConnectEvent> On(KnownDevice device, UnpairRegister c) =>
        device.Registers.Contains(c.Register) ? [new RegisterUnpaired(c.Register, device.Id)] : [new Refused(Refusal.NotItsRegister)];

    public static IEnumerable<ISmartConnectEvent> OffAll(KnownDevice device) =>
        device.Registers.Select(r => new RegisterUnpaired(r, device.Id)).ToList();
}
