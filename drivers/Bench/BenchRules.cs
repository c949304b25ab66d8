namespace PairingLab.Drivers.Bench;

/// <summary>What must hold between the parts of a bench that are each right by themselves.</summary>
internal static class BenchRules
{
    public static void Check(BenchClock clock, IReadOnlyList<BenchDevice> devices, IReadOnlyList<BenchNode> nodes, BenchKinds kinds)
    {
        foreach (var (device, node) in devices.Zip(nodes))
        {
            CheckClock(clock, device, node);
            CheckPlug(device, node, devices, kinds);
        }
    }

    /// <summary>The lab can stand in the network of a device that is there and not its own.</summary>
    public static void CheckThrough(IEnumerable<(BenchProxy Proxy, BenchNode Node)> through, IReadOnlyList<BenchDevice> devices)
    {
        foreach (var (proxy, node) in through)
        {
            var others = devices.Where(d => d.Is != DeviceWay.Simulated).Select(d => d.Id).ToList();
            if (!others.Contains(proxy.Device))
            {
                throw node.PlaceOf("device").Mistake(
                    $"no real device '{proxy.Device}' on this bench{Words.DidYouMean.Hint(proxy.Device, others)}; there are: "
                    + (others.Count == 0 ? "none" : string.Join(", ", others)));
            }
        }
    }

    private static void CheckClock(BenchClock clock, BenchDevice device, BenchNode node)
    {
        if (clock == BenchClock.Stepped && device.Is != DeviceWay.Simulated)
        {
            var whose = device.Is == DeviceWay.Real ? "real" : "person's";
            throw node.PlaceOf("is").Mistake($"a {whose} device can't be stepped: use \"clock\":\"real\"");
        }
    }

    private static void CheckPlug(BenchDevice device, BenchNode node, IReadOnlyList<BenchDevice> devices, BenchKinds kinds)
    {
        if (device.PluggedInto is not { } id || kinds[device.Kind].PluggedInto is not { } plug)
        {
            return;
        }

        var sockets = devices.Where(d => d.Kind == plug.Kind).Select(d => d.Id).ToList();
        if (!sockets.Contains(id))
        {
            throw node.PlaceOf(plug.Property).Mistake(
                $"no {plug.Kind} '{id}' on this bench{Words.DidYouMean.Hint(id, sockets)}; there are: "
                + (sockets.Count == 0 ? "none" : string.Join(", ", sockets)));
        }
    }
}
