using System.Text.Json;
using PairingLab.Drivers.Bench;
using PairingLab.Host.Commands;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Site;

/// <summary>
/// The schema of bench files, which editors read, and the benches of the repository name what the systems say of themselves.
/// </summary>
public sealed class BenchSchemaTests
{
    private static readonly string Benches = Path.Combine(Repository.Find().Root, "lab-config", "benches");
    private static readonly JsonElement Device = JsonDocument.Parse(File.ReadAllText(Path.Combine(Benches, "bench.schema.json")))
        .RootElement.GetProperty("$defs").GetProperty("device");

    [Fact]
    public void The_schema_has_every_kind() => Texts(Device.GetProperty("properties").GetProperty("kind").GetProperty("enum"))
        .ShouldBe(PairingSystems.BuiltIn.Kinds.Names);

    [Fact]
    public void The_schema_has_the_models_of_every_kind_that_has_a_choice()
    {
        var choices = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (var rule = Device.GetProperty("allOf")[0]; rule.TryGetProperty("if", out var condition); rule = rule.GetProperty("else"))
        {
            var kind = condition.GetProperty("properties").GetProperty("kind").GetProperty("const").GetString()!;
            choices[kind] = Texts(rule.GetProperty("then").GetProperty("properties").GetProperty("model").GetProperty("enum"));
        }

        choices.ToDictionary(c => c.Key, c => string.Join(", ", c.Value), StringComparer.Ordinal).ShouldBe(
            PairingSystems.BuiltIn.All.SelectMany(s => s.Kinds).Where(k => k.Models.Count > 1)
                .ToDictionary(k => k.Name, k => string.Join(", ", k.Models), StringComparer.Ordinal),
            ignoreOrder: true);
    }

    [Fact]
    public void The_schema_has_every_property_that_says_what_a_device_is_plugged_into() =>
        PairingSystems.BuiltIn.Kinds.Plugs.Where(p => !Device.GetProperty("properties").TryGetProperty(p, out _)).ShouldBeEmpty();

    [Fact]
    public void The_benches_of_the_repository_read() => Directory.GetFiles(Benches, "*.json")
        .Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal))
        .Select(f => BenchFile.Read(f, PairingSystems.BuiltIn.Kinds).Devices.Count).ShouldAllBe(count => count > 0);

    private static List<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(t => t.GetString()!)];
}
