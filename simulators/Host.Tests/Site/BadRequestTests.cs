using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Site;

/// <summary>Requests under /lab that are wrong, each kind by its name.</summary>
public sealed class BadRequestTests : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private LabSite site = null!;

    public async ValueTask InitializeAsync() => site = await LabSite.StartAsync(new()
    {
        Stepped = true,
        Devices = [new("config-1", "configuration-client")],
    });

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData("{}", "member 'id' is missing; allowed members: id, kind")]
    [InlineData("""{"id":null,"kind":"commander-display"}""", "id null is invalid")]
    [InlineData("""{"id":"new-1"}""", "member 'kind' is missing; allowed members: id, kind")]
    [InlineData("""{"id":"new-1","kind":"Commander-Display"}""", "unknown kind 'Commander-Display'")]
    [InlineData("""{"id":"new-1","kind":"commander-display","parity":null}""", "unknown parity ''")]
    [InlineData("""{"id":"new-1","kind":"commander-display","parity":"7"}""", "unknown parity '7'; allowed values: none, even, odd")]
    [InlineData("""{"id":"new-1","kind":"commander-display","baud":0}""", "invalid baud 0; allowed values: 300")]
    [InlineData("""{"id":"new-1","kind":"commander-display","baud":-9600}""", "invalid baud -9600")]
    [InlineData("""{"id":"new-1","kind":"commander-display","model":"commander 16"}""", "unknown model 'commander 16'")]
    public async Task An_incomplete_device_is_refused_and_leaves_nothing_behind(string spec, string why)
    {
        (await PostAsync("/lab/devices", spec, "application/json")).ShouldStartWith($"400 {why}");
        site.Devices.All.Select(d => d.Info.Id).ShouldBe(["config-1"]);
        site.Lines.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/bench/clock", "{}", "application/json")]
    [InlineData("/bench/devices/config-1/power", "{}", "application/json")]
    [InlineData("/lab/clock", "advance=00:01:00", "application/x-www-form-urlencoded")]
    [InlineData("/lab/clock", """{"advance":"00:01:00"}""", "text/plain")]
    [InlineData("/lab/clock", "{}", "application/json; charset=foo")]
    public async Task A_body_of_the_wrong_type_is_415(string path, string body, string type) =>
        (await PostAsync(path, body, type)).ShouldStartWith("415 ");

    [Fact]
    public async Task A_chunk_of_a_size_that_nobody_has_is_refused()
    {
        var lab = new Uri(site.Address);
        using var client = new TcpClient();
        await client.ConnectAsync(lab.Host, lab.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /lab/clock HTTP/1.1\r\nHost: {lab.Authority}\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream());

        (await reader.ReadToEndAsync()).ShouldStartWith("HTTP/1.1 400 ");
    }

    /// <summary>What a page of another site can send without being asked first: a text, a form; and what it can't: JSON.</summary>
    [Theory]
    [InlineData("POST", "/lab/devices")]
    [InlineData("DELETE", "/lab/devices/config-1")]
    [InlineData("POST", "/lab/devices/config-1/press")]
    [InlineData("POST", "/lab/devices/config-1/power")]
    [InlineData("POST", "/lab/devices/config-1/connect")]
    [InlineData("POST", "/lab/clock")]
    [InlineData("POST", "/lab/cables/config-1")]
    [InlineData("POST", "/lab/lines/x")]
    [InlineData("POST", "/bench/devices/config-1/remove")]
    public async Task A_hostile_page_changes_nothing_under_lab(string method, string path)
    {
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "application/json" })
        {
            using var request = new HttpRequestMessage(new(method), site.Address + path)
            {
                Headers = { { "Origin", "http://evil.test" } },
                Content = new StringContent("{}", Encoding.UTF8, type),
            };
            using var answer = await http.SendAsync(request);

            ((int)answer.StatusCode).ShouldBe(403, type);
            answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        }
    }

    /// <summary>Status, and the error's message.</summary>
    private async Task<string> PostAsync(string path, string body, string type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await http.PostAsync(new Uri(site.Address + path), content);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return $"{(int)answer.StatusCode} {json.RootElement.GetProperty("error").GetProperty("message").GetString()}";
    }
}
