using System.Net.Http.Json;
using System.Text.Json;
using PairingLab.Host.Commands;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Site;

/// <summary>Any client finds its way from the directory: what it says is there answers.</summary>
public sealed class DirectoryTests : IAsyncLifetime
{
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    });
    private LabSite site = null!;
    private JsonElement directory;

    public async ValueTask InitializeAsync()
    {
        site = await LabSite.StartAsync(PairingSystems.BuiltIn.Sample);
        directory = await http.GetFromJsonAsync<JsonElement>(new Uri($"{site.Address}/lab/directory"));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public void It_has_the_documented_shape()
    {
        Names(directory).ShouldBe(["site", "systems", "devices"]);
        Names(Systems().First()).ShouldBe(["name", "id", "api", "pages", "openapi", "credentials", "https"]);
        Names(directory.GetProperty("devices")[0]).ShouldBe(["id", "kind", "system", "model", "page", "line", "remote", "power"]);
    }

    [Fact]
    public void All_five_systems_are_there() =>
        Systems().Select(s => s.GetProperty("name").GetString()).Distinct()
            .ShouldBe(["commander", "sci", "smartconnect", "terminal-trust", "access-control"]);

    [Fact]
    public async Task Every_system_has_pages_for_people()
    {
        foreach (var system in Systems())
        {
            (await http.GetStringAsync(Address(system, "pages"))).ShouldContain("<html", Case.Sensitive, system.ToString());
        }
    }

    [Fact]
    public async Task People_find_the_admin_panels_sign_in() =>
        (await http.GetStringAsync(Address(Systems().Single(s => s.GetProperty("name").GetString() == "access-control"), "pages")))
            .ShouldContain("Sign in");

    [Fact]
    public async Task Every_API_has_its_OpenAPI_document_and_anybody_may_read_it()
    {
        foreach (var system in Systems())
        {
            var document = await http.GetFromJsonAsync<JsonElement>(Address(system, "openapi"));
            document.GetProperty("openapi").GetString().ShouldStartWith("3.", Case.Sensitive, system.ToString());
            document.GetProperty("paths").EnumerateObject().ShouldNotBeEmpty(system.ToString());
        }
    }

    [Fact]
    public async Task Every_device_has_a_page()
    {
        foreach (var device in directory.GetProperty("devices").EnumerateArray())
        {
            (await http.GetStringAsync(Address(device, "page"))).ShouldContain(device.GetProperty("id").GetString()!);
        }
    }

    private static IEnumerable<string> Names(JsonElement of) => of.EnumerateObject().Select(p => p.Name);

    private IEnumerable<JsonElement> Systems() => directory.GetProperty("systems").EnumerateArray();

    private static Uri Address(JsonElement of, string name) => new(of.GetProperty(name).GetString()!);
}
