using System.Text.Json;

namespace PairingLab.Drivers.Bench;

/// <summary>Reads the bench out of a file's nodes, top to bottom.</summary>
internal sealed class BenchReading(BenchNode root, BenchKinds kinds)
{
    private static readonly string[] Known =
    [
        "name", "clock", "browser", "patience", "answerWithin", "include", "before", "after", "through", "settings", "devices",
    ];

    private static readonly string[] Included = ["settings", "devices"];

    private readonly Dictionary<string, IReadOnlyList<BenchSetting>> settings = [];
    private readonly List<BenchDevice> devices = [];
    private readonly List<BenchNode> items = [];
    private readonly List<(BenchProxy Proxy, BenchNode Node)> through = [];
    private string name = "";
    private BenchClock clock;
    private string? browser;
    private TimeSpan patience = TimeSpan.FromSeconds(15);
    private TimeSpan answerWithin = TimeSpan.FromMinutes(5);
    private IReadOnlyList<BenchAction> before = [];
    private IReadOnlyList<BenchAction> after = [];

    public Bench Read()
    {
        var whole = BenchObject.Read(root, Known, Take);
        whole.Needs("name", "what the report calls this bench");
        whole.Needs("clock", "\"stepped\" or \"real\"");
        whole.Needs("devices", "the devices of this bench");
        BenchRules.Check(clock, devices, items, kinds);
        BenchRules.CheckThrough(through, devices);
        return new Bench(name, clock, browser, patience, settings, [.. devices.Select(WithProxy)])
        {
            AnswerWithin = answerWithin,
            Before = before,
            After = after,
            Through = [.. through.Select(t => t.Proxy)],
        };
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
            case "answerWithin": answerWithin = BenchValue.Span(value); break;
            case "include": Include(value); break;
            case "before": before = BenchHardwareReading.Actions(value); break;
            case "after": after = BenchHardwareReading.Actions(value); break;
            case "through": through.AddRange(BenchHardwareReading.Proxies(value)); break;
            case "settings": BenchObject.Read(value, [], TakeSystem); break;
            default: TakeDevices(value); break;
        }
    }

    private BenchDevice WithProxy(BenchDevice device) =>
        device with { IsProxied = through.Exists(t => t.Proxy.Device == device.Id) };

    // What several benches share stands in a file of its own, which has devices and settings and no include.
    private void Include(BenchNode list)
    {
        foreach (var file in BenchValue.OfType(list, JsonValueKind.Array).Children.Select(c => c.Value))
        {
            var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(root.Place.File))!, BenchValue.Text(file));
            if (!File.Exists(path))
            {
                throw file.Place.Mistake($"no file '{file.Text}' beside this one");
            }

            BenchObject.Read(BenchTree.Read(path, BenchFile.Text(path)), Included, Take);
        }
    }

    private void TakeSystem(BenchProperty system)
    {
        var found = settings.GetValueOrDefault(system.Name)?.ToList() ?? [];
        BenchObject.Read(system.Value, [], s => found.Add(new BenchSetting(s.Name, BenchValue.Scalar(s.Value), s.Place)));
        settings[system.Name] = found;
    }

    private void TakeDevices(BenchNode list)
    {
        foreach (var item in BenchValue.OfType(list, JsonValueKind.Array).Children.Select(c => c.Value))
        {
            items.Add(item);
            devices.Add(new DeviceReading(devices, kinds).Device(item));
        }

        if (devices.Count == 0)
        {
            throw list.Place.Mistake("must hold at least one device");
        }
    }
}
