using System.Net.Http.Json;
using System.Text.Json;
using PairingLab.Drivers.Bench;
using PairingLab.Host.Site;

namespace PairingLab.SixthSystem.Tests;

/// <summary>Where a lab that knows the doorbell keeps its files.</summary>
internal static class House
{
    /// <summary>The lab's systems and the doorbell.</summary>
    public static PairingSystems Systems { get; } = new([.. PairingSystems.BuiltIn.All, DoorbellSystem.Description]);

    /// <summary>A bench with a chime and a bell.</summary>
    public static string BenchFile { get; } = Bench("""
        {"name":"house","clock":"stepped",
         "settings":{"doorbell":{"codeLasts":"00:01:00"}},
         "devices":[
          {"id":"chime-1","kind":"chime","is":"simulated","model":"Dong"},
          {"id":"bell-1","kind":"bell","is":"simulated","chime":"chime-1"}]}
        """);

    /// <summary>Writes a bench file.</summary>
    public static string Bench(string text)
    {
        var file = Path.Combine(NewFolder("bench"), "house.json");
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>An empty folder.</summary>
    public static string NewFolder(string of) => Directory.CreateTempSubdirectory($"pairinglab-{of}-").FullName;
}

/// <summary>
/// A system that describes itself is everywhere in the lab, without a line changed anywhere; Doorbell.feature is its scenario.
/// </summary>
public sealed class SixthSystemTests : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private LabSite site = null!;

    public async ValueTask InitializeAsync() => site = await LabSite.StartAsync(House.Systems.Sample);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Its_devices_are_in_the_directory()
    {
        var directory = await http.GetFromJsonAsync<JsonElement>(new Uri($"{site.Address}/lab/directory"));
        directory.GetProperty("systems").EnumerateArray().Select(s => s.GetProperty("name").GetString()).ShouldContain("doorbell");
        directory.GetProperty("devices").EnumerateArray().Where(d => d.GetProperty("system").GetString() == "doorbell")
            .Select(d => (d.GetProperty("id").GetString(), d.GetProperty("model").GetString()))
            .ShouldBe([("chime-1", "Ding"), ("bell-1", "Button")]);
    }

    [Fact]
    public async Task Its_devices_are_on_the_bench_page_and_can_be_added_there()
    {
        var page = await http.GetStringAsync(new Uri($"{site.Address}/systems/doorbell"));
        page.ShouldContain("bell-1");
        page.ShouldContain("""<option value="chime/Dong">""");
        (await http.GetStringAsync(new Uri($"{site.Address}/devices/chime-1"))).ShouldContain("Not paired");
    }

    [Fact]
    public async Task Its_style_sheet_is_in_the_lab_s()
    {
        var page = await http.GetStringAsync(new Uri($"{site.Address}/"));
        var address = page.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];
        var style = await http.GetStringAsync(new Uri(site.Address + address));
        style.ShouldContain(".doorbell");
    }

    [Fact]
    public async Task Its_secrets_are_kept_by_nobody()
    {
        using var _ = await http.PostAsJsonAsync(
            new Uri($"{site.Address}/lab/devices/bell-1/enter"), new { field = "Code", text = "112233" });
        using var __ = await http.PostAsJsonAsync(new Uri($"{site.Address}/lab/devices/bell-1/press"), new { button = "Learn" });
        string exchanges;
        do
        {
            exchanges = await http.GetStringAsync(new Uri($"{site.Address}/lab/exchanges"), TestContext.Current.CancellationToken);
        }
        while (!exchanges.Contains("bell-1", StringComparison.Ordinal));

        exchanges.ShouldContain("chimeCode");
        exchanges.ShouldNotContain("112233");
    }

    [Fact]
    public void Its_kinds_models_and_settings_are_known_to_bench_files()
    {
        var bench = BenchFile.Read(House.BenchFile, House.Systems.Kinds);
        bench.Devices.Select(d => (d.Id, d.Kind, d.Model, d.PluggedInto))
            .ShouldBe([("chime-1", "chime", "Dong", null), ("bell-1", "bell", null, "chime-1")]);
        House.Systems.WhyNot("doorbell", "codeLasts", "00:01:00").ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"id":"c","kind":"chime","is":"simulated","model":"Dang"}""", "unknown 'Dang'")]
    [InlineData("""{"id":"c","kind":"chime","is":"simulated","chime":"c"}""", "\"chime\" is only for a bell")]
    [InlineData("""{"id":"b","kind":"bell","is":"simulated","chime":"c"}""", "no chime 'c' on this bench")]
    [InlineData("""{"id":"b","kind":"bel","is":"simulated"}""", "did you mean 'bell'?")]
    public void What_is_wrong_with_its_devices_is_said(string device, string message)
    {
        var file = House.Bench($$"""{"name":"x","clock":"stepped","devices":[{{device}}]}""");
        Should.Throw<BenchFileException>(() => BenchFile.Read(file, House.Systems.Kinds)).Message.ShouldContain(message);
    }

    [Fact]
    public void What_is_wrong_with_its_settings_is_said()
    {
        House.Systems.WhyNot("doorbell", "codeLast", "00:01:00")!.ShouldContain("codeLasts");
        House.Systems.WhyNot("dorbell", "codeLasts", "00:01:00")!.ShouldContain("doorbell");
    }
}
