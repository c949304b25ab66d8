namespace PairingLab.Drivers.Bench;

/// <summary>Reads one device; <paramref name="others"/> are those above it in the file.</summary>
internal sealed class DeviceReading(IReadOnlyList<BenchDevice> others, BenchKinds kinds)
{
    private static readonly string[] Common =
    [
        "id", "kind", "is", "model", "line", "baud", "parity", "page", "through", "describe",
        "base", "patience", "credentials", "power", "reset",
    ];

    private static readonly string[] OfHardware = ["patience", "credentials", "power", "reset"];

    private string id = "";
    private string kind = "";
    private DeviceWay way;
    private BenchNode? model;
    private string? line;
    private int baud = 9600;
    private SerialParity parity;
    private Uri? page;
    private PanelWay? through;
    private string? pluggedInto;
    private string? softwareBase;
    private string? describe;
    private TimeSpan? patience;
    private IReadOnlyDictionary<string, BenchCredential> credentials = new Dictionary<string, BenchCredential>();
    private BenchPower? power;
    private BenchAction? reset;

    public BenchDevice Device(BenchNode node)
    {
        var found = BenchObject.Read(node, [.. Common, .. kinds.Plugs], Take);
        found.Needs("id", "a name such as \"pos-1\"");
        found.Needs("kind", $"one of: {string.Join(", ", kinds.Names)}");
        found.Needs("is", "\"simulated\", \"real\" or \"operator\"");
        CheckReach(found);
        return new BenchDevice(id, kind, way, Model(found), line, baud, parity, page, through, pluggedInto, node.Place)
        {
            Base = softwareBase,
            Describe = describe,
            Patience = patience,
            Credentials = credentials,
            Power = power,
            Reset = reset,
        };
    }

    private void Take(BenchProperty property)
    {
        var value = property.Value;
        switch (property.Name)
        {
            case "id": id = NewId(value); break;
            case "kind": kind = BenchValue.OneOf(value, kinds.Names); break;
            case "is": way = BenchValue.OneOf<DeviceWay>(value); break;
            case "model": BenchValue.Text(model = value); break;
            case "line": line = BenchValue.Line(value); break;
            case "baud": baud = BenchValue.Baud(value); break;
            case "parity": parity = BenchValue.OneOf<SerialParity>(value); break;
            case "page": page = BenchValue.Page(value); break;
            case "through": through = BenchValue.OneOf<PanelWay>(value); break;
            case "describe": describe = Beside(value); break;
            case "base": softwareBase = BenchValue.Text(value); break;
            case "patience": patience = BenchValue.Span(value); break;
            case "credentials": credentials = BenchHardwareReading.Credentials(value); break;
            case "power": power = BenchHardwareReading.Power(value); break;
            case "reset": reset = new(BenchValue.Text(value)); break;
            default: pluggedInto = BenchValue.Id(value); break;
        }
    }

    private static string Beside(BenchNode value)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(value.Place.File))!, BenchValue.Text(value));
        return File.Exists(path) ? path : throw value.Place.Mistake($"no file '{value.Text}' beside this one");
    }

    private string NewId(BenchNode value)
    {
        var text = BenchValue.Id(value);
        return others.FirstOrDefault(d => d.Id == text) is { } other
            ? throw value.Place.Mistake($"'{text}' is taken by {other.Place.Path}; every device needs an id of its own")
            : text;
    }

    private void CheckReach(BenchObject found)
    {
        var hasLine = kinds[kind].HasLine;
        if (way == DeviceWay.Real && hasLine)
        {
            found.Needs("line", $"a real {kind} needs one, such as \"/dev/ttyUSB0\" or \"tcp://host:port\"");
        }
        else
        {
            Array.ForEach(["line", "baud", "parity"], p => found.HasNo(p, kinds.Those(k => k.HasLine, "a real")));
        }

        if (way == DeviceWay.Real && !hasLine)
        {
            found.Needs("page", "a real device is worked through its web page; without one, a person works it: \"is\":\"operator\"");
        }
        else
        {
            found.HasNo("page", $"a real device other than {kinds.Those(k => k.HasLine)}");
            found.HasNo("describe", "a real device with a page");
        }

        CheckOwner(found);
    }

    private void CheckOwner(BenchObject found)
    {
        if (way != DeviceWay.Simulated)
        {
            found.HasNo("through", "a simulated device");
        }
        else
        {
            if (!kinds[kind].HasBase)
            {
                found.HasNo("base", $"{kinds.Those(k => k.HasBase)}, or a device that is real or worked by an operator");
            }

            Array.ForEach(OfHardware, p => found.HasNo(p, "a device that is real or worked by an operator"));
        }

        foreach (var plug in kinds.Plugs.Where(p => p != kinds[kind].PluggedInto?.Property))
        {
            found.HasNo(plug, kinds.Those(k => k.PluggedInto?.Property == plug));
        }
    }

    // The model can stand above the kind that says which models there are, so it is looked at last.
    private string? Model(BenchObject found)
    {
        var models = kinds[kind].Models;
        if (models.Count < 2)
        {
            found.HasNo("model", kinds.Those(k => k.Models.Count > 1));
            return null;
        }

        return model is null ? models[0] : BenchValue.OneOf(model, models);
    }
}
