using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Host.Pages;
using PairingLab.Host.Site;
using PairingLab.Host.Sites;
using PairingLab.Host.StandIns;

namespace PairingLab.Host.Tests.Site;

/// <summary>What a client of any language meets under /lab: errors that say what would be right, and a document that is true.</summary>
public sealed class LabApiTests : IAsyncLifetime
{
    private static readonly Type[] Bodies =
    [
        typeof(PressRequest), typeof(EnterRequest), typeof(PowerRequest), typeof(ConnectRequest), typeof(ClockRequest),
        typeof(CableRequest), typeof(LineRequest), typeof(DeviceSpec), typeof(BehaviourRequest), typeof(SiteRequest),
        typeof(SnapshotRequest),
    ];

    private readonly HttpClient http = new();
    private LabSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await LabSite.StartAsync(PairingSystems.BuiltIn.Sample with { PlaysThirdParties = true });
        http.BaseAddress = new(site.Address);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/lab/device", null, null, 404, "no_such_path: there is nothing at /lab/device; ")]
    [InlineData("DELETE", "/lab/devices/pos-77", null, null, 404, "no_such_device: no device 'pos-77'; there are: commander-1")]
    [InlineData("PUT", "/lab/clock", null, null, 405, "no_such_method: PUT can't be done to /lab/clock; allowed values: GET")]
    [InlineData("POST", "/lab/clock", "{}", "text/plain", 415, "not_json: send the body as JSON, with the header Content-Type: ")]
    [InlineData("POST", "/lab/devices/pos-1/press", null, null, 415, "not_json: ")]
    [InlineData("POST", "/lab/devices/pos-1/press", "", "application/json", 400, "bad_request: the body is not JSON: it ends or is")]
    [InlineData("POST", "/lab/devices/pos-1/press", "{\"button\":", "application/json", 400, "bad_request: the body is not JSON")]
    [InlineData("POST", "/lab/devices/pos-1/press", "{\"\\ud800\":1}", "application/json", 400, "bad_request: a member's name is ")]
    [InlineData("POST", "/lab/devices", "{\"id\":\"pos-9\"}", "application/json", 400, "bad_request: member 'kind' is missing; ")]
    [InlineData("POST", "/lab/devices/pos-77/connect", "{\"to\":\"x\"}", "application/json", 404, "no_such_device: no device 'pos-77'; ")]
    [InlineData("POST", "/lab/cables/pos-1", "{\"stat\":\"cut\"}", "application/json", 400, "bad_request: unknown member 'stat'; allowed ")]
    [InlineData("POST", "/lab/lines/commander-1", "{\"do\":\"mend\",\"at\":1}", "application/json", 400, "bad_request: unknown member")]
    [InlineData("POST", "/lab/stand-ins/mrs", "{\"mood\":\"bad\"}", "application/json", 400, "bad_request: unknown member 'mood'; ")]
    [InlineData("GET", "/lab/exchanges?after=x", null, null, 400, "bad_query: after 'x' is invalid; it must be a whole number")]
    public async Task A_wrong_request_is_answered_in_JSON_with_what_would_be_right(
        string method, string path, string? body, string? type, int status, string error)
    {
        using var request = new HttpRequestMessage(new(method), path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, type!),
        };
        using var answer = await http.SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(status);
        var said = (await answer.Content.ReadFromJsonAsync<LabErrorBody>())!.Error!;
        $"{said.Code}: {said.Message}".ShouldStartWith(error);
    }

    [Fact]
    public async Task A_device_is_added_with_the_base_of_its_software()
    {
        using var added = await http.PostAsJsonAsync("/lab/devices", new { id = "pos-9", kind = "pos-workstation", @base = "53.28" });
        added.IsSuccessStatusCode.ShouldBeTrue(await added.Content.ReadAsStringAsync());
        using var refused = await http.PostAsJsonAsync("/lab/devices", new { id = "pos-10", kind = "pos-workstation", @base = "new" });
        (await refused.Content.ReadAsStringAsync()).ShouldContain("'new'");
    }

    [Fact]
    public async Task The_document_has_every_path_and_method_and_no_other()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        await using var app = builder.Build();
        app.MapLab(site);
        app.MapPages(site);
        var mapped = ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/lab/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText}"));

        (await PathsAsync()).SelectMany(p => p.Value.EnumerateObject().Select(o => $"{o.Name.ToUpperInvariant()} {p.Name}"))
            .ShouldBe(mapped, ignoreOrder: true);
    }

    [Fact]
    public async Task The_document_has_the_members_that_a_body_may_have()
    {
        var document = await DocumentAsync();
        foreach (var body in Bodies)
        {
            document.GetProperty("components").GetProperty("schemas").GetProperty(body.Name).GetProperty("properties").EnumerateObject()
                .Select(p => p.Name).ShouldBe(LabJson.Options.GetTypeInfo(body).Properties.Select(p => p.Name), body.Name);
        }
    }

    private async Task<IEnumerable<JsonProperty>> PathsAsync() => (await DocumentAsync()).GetProperty("paths").EnumerateObject();

    private Task<JsonElement> DocumentAsync() => http.GetFromJsonAsync<JsonElement>("/lab/openapi.json");
}
