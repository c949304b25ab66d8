using System.Text.Json;

namespace PairingLab.Drivers.Bench;

/// <summary>Reads what a bench file says of equipment: power, credentials, commands, connections.</summary>
internal static class BenchHardwareReading
{
    private static readonly string[] OfCredential = ["user", "password"];
    private static readonly string[] OfPower = ["on", "off", "cycle"];
    private static readonly string[] OfProxy = ["device", "listen", "to"];

    public static IReadOnlyDictionary<string, BenchCredential> Credentials(BenchNode node)
    {
        var found = new Dictionary<string, BenchCredential>(StringComparer.Ordinal);
        BenchObject.Read(node, [], role => found.Add(role.Name, Credential(role.Value)));
        return found;
    }

    public static BenchPower Power(BenchNode node)
    {
        var texts = Texts(node, OfPower, out _);
        var power = new BenchPower(Action(texts, "on"), Action(texts, "off"), Action(texts, "cycle"));
        return power is { On: not null, Off: not null } or { On: null, Off: null, Cycle: not null }
            ? power
            : throw node.Place.Mistake(
                "must have \"on\" and \"off\", or \"cycle\": each a command or a request such as \"POST http://pdu/3/on\"");
    }

    public static IReadOnlyList<BenchAction> Actions(BenchNode list) =>
        [.. BenchValue.OfType(list, JsonValueKind.Array).Children.Select(c => new BenchAction(BenchValue.Text(c.Value)))];

    public static IEnumerable<(BenchProxy Proxy, BenchNode Node)> Proxies(BenchNode list) =>
        BenchValue.OfType(list, JsonValueKind.Array).Children.Select(c => (Proxy(c.Value), c.Value));

    private static BenchProxy Proxy(BenchNode node)
    {
        var texts = Texts(node, OfProxy, out var found);
        found.Needs("device", "the id of the device whose network it is");
        found.Needs("listen", "where the device connects to, such as \"0.0.0.0:8443\"");
        found.Needs("to", "what it is meant for, such as \"192.168.31.11:443\"");
        return new(texts["device"], Address(node, texts, "listen"), Address(node, texts, "to"));
    }

    private static string Address(BenchNode node, Dictionary<string, string> texts, string name) =>
        Uri.TryCreate($"tcp://{texts[name]}", UriKind.Absolute, out var address) && address.Port is > 0 and <= 65535
            ? texts[name]
            : throw node.PlaceOf(name).Mistake($"'{texts[name]}' is wrong: must be host:port, such as \"192.168.31.11:443\"");

    private static BenchCredential Credential(BenchNode node)
    {
        var texts = Texts(node, OfCredential, out var found);
        found.Needs("user", "the name to sign in with");
        found.Needs("password", "the password, best as \"${NAME}\": the environment variable that holds it");
        return new(texts["user"], texts["password"]);
    }

    private static BenchAction? Action(Dictionary<string, string> texts, string name) =>
        texts.TryGetValue(name, out var text) ? new(text) : null;

    private static Dictionary<string, string> Texts(BenchNode node, string[] known, out BenchObject found)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        found = BenchObject.Read(node, known, p => texts[p.Name] = BenchValue.Text(p.Value));
        return texts;
    }
}
