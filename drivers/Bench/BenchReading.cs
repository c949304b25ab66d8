using System.Text.Json;

namespace PairingLab.Drivers.Bench;

/// <summary>Reads the bench out of a file's nodes, top to bottom.</summary>
internal sealed class BenchReading(BenchNode root)
{
    private static readonly string[] Known = ["name", "clock", "browser", "patience", "settings", "devices"];

    private readonly Dictionary<string, IReadOnlyList<BenchSetting>> settings = [];
    private readonly List<BenchDevice> devices = [];
    private IReadOnlyList<BenchNode> items = [];
    private string name = "";
    private BenchClock clock;
    private string? browser;
    private TimeSpan patience = TimeSpan.FromSeconds(15);

    public Bench Read()
    {
        var whole = BenchObject.Read(root, Known, Take);
        whole.Needs("name", "what the report calls this bench");
        whole.Needs("clock", "\"stepped\" or \"real\"");
        whole.Needs("devices", "the devices of this bench");
        BenchRules.Check(clock, devices, items);
        return new Bench(name, clock, browser, patience, settings, devices);
    }

    private void Take(BenchProperty property)
    {
        var value = property.Value;
        switch (property.Name)
        {
            case "name": name = BenchValue.Text(value); break;
            case "clock": clock = BenchValue.OneOf<BenchClock>(value); break;
            case "browser": browser = BenchValue.Text(value); break;
            case "patience": patience = BenchValue.Span(value); break;
            case "settings": BenchObject.Read(value, [], TakeSystem); break;
            default: TakeDevices(value); break;
        }
    }

    private void TakeSystem(BenchProperty system)
    {
        var found = new List<BenchSetting>();
        BenchObject.Read(system.Value, [], s => found.Add(new BenchSetting(s.Name, BenchValue.Scalar(s.Value), s.Place)));
        settings.Add(system.Name, found);
    }

    private void TakeDevices(BenchNode list)
    {
        items = [.. BenchValue.OfType(list, JsonValueKind.Array).Children.Select(c => c.Value)];
        foreach (var item in items)
        {
            devices.Add(new DeviceReading(devices).Device(item));
        }

        if (devices.Count == 0)
        {
            throw list.Place.Mistake("must hold at least one device");
        }
    }
}
