namespace PairingLab.Drivers.Bench;

/// <summary>What must hold between the parts of a bench that are each right by themselves.</summary>
internal static class BenchRules
{
    public static void Check(BenchClock clock, IReadOnlyList<BenchDevice> devices)
    {
        foreach (var device in devices)
        {
            CheckClock(clock, device);
            CheckCommander(device, devices);
        }
    }

    private static void CheckClock(BenchClock clock, BenchDevice device)
    {
        if (clock == BenchClock.Stepped && device.Is != DeviceWay.Simulated)
        {
            throw device.Place.Mistake($"a {(device.Is == DeviceWay.Real ? "real" : "person's")} device can't be stepped: use \"clock\":\"real\"");
        }
    }

    private static void CheckCommander(BenchDevice device, IReadOnlyList<BenchDevice> devices)
    {
        var commanders = devices.Where(d => d.Kind == DeviceKinds.CommanderDisplay).Select(d => d.Id).ToList();
        if (device.Commander is { } id && !commanders.Contains(id))
        {
            throw device.Place.Mistake($"no commander-display '{id}' on this bench{Words.Nearest.Hint(id, commanders)}; there are: "
                + (commanders.Count == 0 ? "none" : string.Join(", ", commanders)));
        }
    }
}
