namespace PairingLab.SmartConnect.Core;

/// <summary>
/// A device shows a code, a register that sends it is paired, and the device unpairs it. One device a register, any number of registers a
/// device (SmartConnect pairing guide, cardinality).
/// </summary>
internal static class Pairing
{
    public static IEnumerable<ISmartConnectEvent> Decide(ShowCode c, DateTimeOffset now, SmartConnectSettings settings) =>
        [new CodeShown(c.Device, c.Code, now + settings.CodeLifetime)];

    public static SmartConnectState Apply(SmartConnectState state, CodeShown e)
    {
        var before = WithoutCode(state, e.Device);
        return before.WithChanged(before.Devices[e.Device] with { Code = new(e.Code, e.Until) }) with
        {
            Codes = before.Codes.SetItem(e.Code, e.Device),
        };
    }

    public static IEnumerable<ISmartConnectEvent> HideCode(PaymentDevice device) => device.Code is null ? [] : [new CodeHidden(device.Id)];

    public static SmartConnectState Apply(SmartConnectState state, CodeHidden e) => WithoutCode(state, e.Device);

    public static IEnumerable<ISmartConnectEvent> Decide(SmartConnectState state, PairRegister c, DateTimeOffset now)
    {
        if (!state.Codes.TryGetValue(c.Code, out var device) || now >= state.Devices[device].Code!.Until)
        {
            return [new Refused(Refusal.InvalidCode)];
        }

        var paired = new RegisterPaired(new(c.Register, c.Name, c.Business, c.Vendor, device, now, c.Contact));

        // SmartConnect pairing guide: pairing again "will unpair the previously paired device (so long as … the pairing code [is] valid)".
        return state.Registers.GetValueOrDefault(c.Register) is { } before
            ? [new RegisterUnpaired(before.Id, before.Device), paired]
            : [paired];
    }

    public static SmartConnectState Apply(SmartConnectState state, RegisterPaired e)
    {
        var before = WithoutCode(state, e.Register.Device);
        var device = before.Devices[e.Register.Device];
        return before.WithChanged(device with
        {
            Registers = device.Registers.Add(e.Register.Id),
            LastPaired = e.Register.Id,
            Pairings = device.Pairings + 1,
        }) with
        { Registers = before.Registers.SetItem(e.Register.Id, e.Register) };
    }

    public static IEnumerable<ISmartConnectEvent> Decide(PaymentDevice device, UnpairRegister c) =>
        device.Registers.Contains(c.Register) ? [new RegisterUnpaired(c.Register, device.Id)] : [new Refused(Refusal.NotItsRegister)];

    public static IEnumerable<ISmartConnectEvent> UnpairAll(PaymentDevice device) =>
        device.Registers.Select(r => new RegisterUnpaired(r, device.Id));

    public static SmartConnectState Apply(SmartConnectState state, RegisterUnpaired e)
    {
        var device = state.Devices[e.Device];
        return state.WithChanged(device with { Registers = device.Registers.Remove(e.Register) }) with
        {
            Registers = state.Registers.Remove(e.Register),
        };
    }

    /// <summary>The code on a device's screen is dead.</summary>
    private static SmartConnectState WithoutCode(SmartConnectState state, string id) => state.Devices[id] is { Code: { } code } device
        ? state.WithChanged(device with { Code = null }) with { Codes = state.Codes.Remove(code.Code) }
        : state;
}
