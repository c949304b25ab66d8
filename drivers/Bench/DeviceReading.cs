namespace PairingLab.Drivers.Bench;

/// <summary>Reads one device; <paramref name="others"/> are those above it in the file.</summary>
internal sealed class DeviceReading(IReadOnlyList<BenchDevice> others)
{
    private static readonly string[] Known = ["id", "kind", "is", "model", "line", "baud", "parity", "page", "through", "commander"];

    private string id = "";
    private string kind = "";
    private DeviceWay way;
    private BenchNode? model;
    private string? line;
    private int baud = 9600;
    private LineParity parity;
    private Uri? page;
    private PanelWay? through;
    private string? commander;

    public BenchDevice Device(BenchNode node)
    {
        var found = BenchObject.Read(node, Known, Take);
        found.Needs("id", "a name such as \"pos-1\"");
        found.Needs("kind", $"one of: {string.Join(", ", DeviceKinds.All)}");
        found.Needs("is", "\"simulated\", \"real\" or \"operator\"");
        CheckReach(found);
        return new BenchDevice(id, kind, way, Model(found), line, baud, parity, page, through, commander, node.Place);
    }

    private void Take(BenchProperty property)
    {
        var value = property.Value;
        switch (property.Name)
        {
            case "id": id = NewId(value); break;
            case "kind": kind = BenchValue.OneOf(value, DeviceKinds.All); break;
            case "is": way = BenchValue.OneOf<DeviceWay>(value); break;
            case "model": BenchValue.Text(model = value); break;
            case "line": line = BenchValue.Line(value); break;
            case "baud": baud = BenchValue.Baud(value); break;
            case "parity": parity = BenchValue.OneOf<LineParity>(value); break;
            case "page": page = BenchValue.Page(value); break;
            case "through": through = BenchValue.OneOf<PanelWay>(value); break;
            default: commander = BenchValue.Id(value); break;
        }
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
        var isDisplay = kind == DeviceKinds.CommanderDisplay;
        if (way == DeviceWay.Real && isDisplay)
        {
            found.Needs("line", "a real display needs one, such as \"/dev/ttyUSB0\" or \"tcp://host:port\"");
        }
        else
        {
            Array.ForEach(["line", "baud", "parity"], p => found.HasNo(p, "a real commander-display"));
        }

        if (way == DeviceWay.Real && !isDisplay)
        {
            found.Needs("page", "a real device is worked through its web page; without one, a person works it: \"is\":\"operator\"");
        }
        else
        {
            found.HasNo("page", "a real device other than a commander-display");
        }

        CheckOwner(found);
    }

    private void CheckOwner(BenchObject found)
    {
        if (way != DeviceWay.Simulated)
        {
            found.HasNo("through", "a simulated device");
        }

        if (kind is not (DeviceKinds.PosWorkstation or DeviceKinds.ConfigurationClient))
        {
            found.HasNo("commander", "a pos-workstation or a configuration-client");
        }
    }

    // The model can stand above the kind that says which models there are, so it is looked at last.
    private string? Model(BenchObject found)
    {
        var models = DeviceKinds.Models(kind);
        if (models.Count == 0)
        {
            found.HasNo("model", "a commander-display or a pos-workstation");
            return null;
        }

        return model is null ? models[0] : BenchValue.OneOf(model, models);
    }
}
