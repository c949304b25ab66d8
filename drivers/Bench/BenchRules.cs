namespace PairingLab.Drivers.Bench;

/// <summary>What must hold between the parts of a bench that are each right by themselves.</summary>
internal static class BenchRules
{
    public static void Check(BenchClock clock, IReadOnlyList<BenchDevice> devices, IReadOnlyList<BenchNode> nodes)
    {
        foreach (var (device, node) in devices.Zip(nodes))
        {
            CheckClock(clock, device, node);
            CheckCommander(device, node, devices);
        }
    }

    private static void CheckClock(BenchClock clock, BenchDevice device, BenchNode node)
    {
        if (clock == BenchClock.Stepped && device.Is != DeviceWay.Simulated)
        {
            throw node.PlaceOf("is").Mistake($"a {(device.Is == DeviceWay.Real ? "real" : "person's")} device can't be stepped: use \"clock\":\"real\"");
        }
    }

    private static void CheckCommander(BenchDevice device, BenchNode node, IReadOnlyList<BenchDevice> devices)
    {
        var commanders = devices.Where(d => d.Kind == DeviceKinds.CommanderDisplay).Select(d => d.Id).ToList();
        if (device.Commander is { } id && !commanders.Contains(id))
        {
            throw node.PlaceOf("commander").Mistake($"no commander-display '{id}' on this bench{Words.Nearest.Hint(id, commanders)}; there are: "
                + (commanders.Count == 0 ? "none" : string.Join(", ", commanders)));
        }
    }
}
