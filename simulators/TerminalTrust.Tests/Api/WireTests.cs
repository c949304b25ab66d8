using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Tests.Api;

/// <summary>The wire is exactly as docs/protocols/terminal-trust.md says.</summary>
public sealed class WireTests : IAsyncLifetime
{
    private readonly X509Certificate2 certificate = SelfSignedCertificate.Create("BT101308", DateTimeOffset.UnixEpoch.AddYears(56));
    private RunningServer server = null!;
    private HttpClient http = null!;

    private string Code => Fingerprint.Of(certificate.RawData);

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync();
        http = RunningServer.Client(certificate);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_terminal_is_paired_over_the_wire()
    {
        (await server.HelloAsync(http, "BT101308")).GetRawText().ShouldBe("""{"state":"REJECTED","reason":1}""");
        server.Create("BT101308");
        (await server.HelloAsync(http, "BT101308")).GetRawText().ShouldBe($$"""{"state":"PENDING","pairingCode":"{{Code}}"}""");
        (await server.StatusAsync(http)).ShouldBe("""403 {"reason":2}""");

        server.Approve("BT101308", Code);

        var pin = server.Server.Keys.MasterFingerprint;
        (await server.HelloAsync(http, "BT101308")).GetRawText()
            .ShouldBe($$"""{"state":"PAIRED","master":"{{server.Master}}","masterFingerprint":"{{pin}}","vpn":null}""");
        (await server.StatusAsync(http)).ShouldBe("""200 {"mode":0}""");
    }

    [Fact]
    public async Task Unpaired_means_not_served_from_the_next_request_on()
    {
        server.Create("BT101308");
        await server.HelloAsync(http, "BT101308");
        server.Approve("BT101308", Code);
        (await server.StatusAsync(http)).ShouldBe("""200 {"mode":0}""");

        server.Server.Do(new UnpairTerminal("BT101308"));

        // Its session was dropped: the next request comes over another connection.
        using var next = RunningServer.Client(certificate);
        (await server.StatusAsync(next)).ShouldBe("""403 {"reason":2}""");
        (await server.HelloAsync(http, "BT101308")).GetProperty("state").GetString().ShouldBe("PENDING");
    }

    [Fact]
    public async Task Another_certificate_under_a_paired_serial_gets_reason_5_and_the_old_pairing_stays()
    {
        server.Create("BT101308");
        await server.HelloAsync(http, "BT101308");
        server.Approve("BT101308", Code);
        (await server.StatusAsync(http)).ShouldBe("""200 {"mode":0}""");
        using var thief = RunningServer.Client(SelfSignedCertificate.Create("BT101308", DateTimeOffset.UnixEpoch.AddYears(56)));

        (await server.HelloAsync(thief, "BT101308")).GetRawText().ShouldBe("""{"state":"REJECTED","reason":5}""");
        (await server.StatusAsync(thief)).ShouldBe("""403 {"reason":2}""");
        server.Server.State.Terminals["BT101308"].Status.ShouldBe(TerminalStatus.Online);
        (await server.StatusAsync(http)).ShouldBe("""200 {"mode":0}""");
    }

    [Fact]
    public async Task One_certificate_is_one_terminal()
    {
        server.Create("BT101308");
        server.Create("BT101309");
        await server.HelloAsync(http, "BT101308");
        server.Approve("BT101308", Code);

        (await server.HelloAsync(http, "BT101309")).GetRawText().ShouldBe("""{"state":"REJECTED","reason":5}""");
    }

    [Fact]
    public async Task An_upgrade_is_fetched_whole()
    {
        server.Create("BT101308");
        var answer = await server.HelloAsync(http, "BT101308", "20190130");
        var package = $"{server.Gate}/terminal/packages/20221118";
        answer.GetRawText().ShouldBe($$"""{"state":"UPGRADE_REQUIRED","to":"20221118","package":"{{package}}"}""");
        FirmwarePackage.VersionIn(await http.GetByteArrayAsync(package)).ShouldBe("20221118");
    }

    [Fact]
    public async Task An_upgrade_is_fetched_in_pieces()
    {
        server.Create("BT101308");
        var answer = await server.HelloAsync(http, "BT101308", "20221118");
        using var request = new HttpRequestMessage(HttpMethod.Get, answer.GetProperty("package").GetString());
        request.Headers.Range = new(0, 4095);
        using var piece = await http.SendAsync(request);
        piece.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        piece.Content.Headers.ContentRange!.ToString().ShouldBe("bytes 0-4095/32768");
        server.Server.State.Upgrades["BT101308"].Percent.ShouldBe(12);
    }

    [Fact]
    public async Task Ancient_firmware_is_upgraded_twice_before_the_terminal_asks_to_be_paired()
    {
        server.Create("BT101308");
        (await server.HelloAsync(http, "BT101308", "20190130")).GetProperty("to").GetString().ShouldBe("20221118");
        (await server.HelloAsync(http, "BT101308", "20221118")).GetProperty("to").GetString().ShouldBe("20230801");
        (await server.HelloAsync(http, "BT101308", "20230801")).GetProperty("state").GetString().ShouldBe("PENDING");
    }

    [Theory]
    [InlineData("20230801", 409, "no_upgrade")]
    [InlineData("20990101", 404, "no_such_package")]
    public async Task A_package_is_for_a_terminal_that_was_told_to_fetch_it(string version, int status, string code) =>
        await IsRefusedAsync(await http.GetAsync($"{server.Gate}/terminal/packages/{version}"), status, code);

    [Fact]
    public async Task Twenty_terminals_are_upgraded_at_once_and_the_next_one_waits()
    {
        for (var i = 1; i <= 20; i++)
        {
            (await AskAsync($"BT{i:D6}")).GetProperty("state").GetString().ShouldBe("UPGRADE_REQUIRED", $"terminal {i}");
        }

        (await AskAsync("BT000021")).GetRawText().ShouldBe("""{"state":"WAIT","retryAfterSeconds":5}""");

        async Task<JsonElement> AskAsync(string serial)
        {
            server.Create(serial);
            using var terminal = RunningServer.Client(SelfSignedCertificate.Create("t", DateTimeOffset.UnixEpoch.AddYears(56)));
            return await server.HelloAsync(terminal, serial, "20221118");
        }
    }

    [Fact]
    public async Task Without_a_certificate_the_tls_handshake_fails()
    {
        using var nobody = RunningServer.Client(null);
        await Should.ThrowAsync<HttpRequestException>(() => server.StatusAsync(nobody));
        await Should.ThrowAsync<HttpRequestException>(() => server.HelloAsync(nobody, "BT101308"));
    }

    [Fact]
    public async Task The_vpn_leads_clients_with_the_key_to_master_and_nowhere_else()
    {
        server.Create("BT101308");
        server.Server.GenerateVpn("BT101308");
        await server.HelloAsync(http, "BT101308");
        server.Approve("BT101308", Code);
        var vpn = (await server.HelloAsync(http, "BT101308")).GetProperty("vpn");

        (await ThroughVpnAsync(vpn.GetProperty("key").GetString()!, server.Master)).ShouldBe("OK");
        server.Server.State.Terminals["BT101308"].Session!.ThroughVpn.ShouldBeTrue();
        (await ThroughVpnAsync("wrong", server.Master)).ShouldBe("407");
        (await ThroughVpnAsync(vpn.GetProperty("key").GetString()!, server.Gate)).ShouldBe("403");

        async Task<string> ThroughVpnAsync(string key, string to)
        {
            using var handler = new SocketsHttpHandler
            {
                Proxy = new WebProxy(vpn.GetProperty("server").GetString())
                {
                    Credentials = new NetworkCredential(vpn.GetProperty("user").GetString(), key),
                },
                SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true, ClientCertificates = [certificate] },
            };
            using var through = new HttpClient(handler);
            try
            {
                return (await through.GetAsync($"{to}/terminal/status")).StatusCode.ToString();
            }
            catch (HttpRequestException e)
            {
                return ((int?)e.StatusCode)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? e.Message;
            }
        }
    }

    [Fact]
    public async Task A_server_that_starts_again_keeps_its_ports_its_keys_and_whom_it_trusts()
    {
        server.Create("BT101308");
        await server.HelloAsync(http, "BT101308");
        server.Approve("BT101308", Code);
        var before = (server.Power.Addresses, server.Server.Keys.MasterFingerprint, server.Server.TotpSecret);

        await server.RestartAsync();

        (server.Power.Addresses, server.Server.Keys.MasterFingerprint, server.Server.TotpSecret).ShouldBe(before);
        (await server.StatusAsync(http)).ShouldBe("""200 {"mode":0}""");
        server.Server.State.SignIn.ShouldBeNull();
    }

    [Theory]
    [InlineData("", 400, "bad_request")]
    [InlineData("null", 400, "bad_request")]
    [InlineData("{", 400, "bad_request")]
    [InlineData("[]", 400, "bad_request")]
    [InlineData("7", 400, "bad_request")]
    [InlineData("""{"serial":7}""", 400, "bad_request")]
    [InlineData("""{"serial":"\ud800","firmware":"20230801"}""", 400, "bad_request")]
    [InlineData("{}", 400, "bad_serial")]
    [InlineData("""{"serial":"","firmware":"20230801"}""", 400, "bad_serial")]
    [InlineData("""{"serial":"BT1"}""", 400, "bad_firmware")]
    [InlineData("""{"serial":"BT1","firmware":"new"}""", 400, "bad_firmware")]
    public async Task An_invalid_hello_is_refused_with_an_error_that_names_what_is_wrong(string body, int status, string code) =>
        await IsRefusedAsync(await PostHelloAsync(body), status, code);

    [Theory]
    [InlineData(100_000)]
    [InlineData(10_000_000)]
    public async Task A_body_that_is_too_long_is_not_read(int length) =>
        await IsRefusedAsync(await PostHelloAsync(new('9', length)), 413, "too_long");

    [Theory]
    [InlineData("POST", "/terminal/hello", "text/plain", 415, "no_json")]
    [InlineData("GET", "/terminal/hello", null, 405, "wrong_method")]
    [InlineData("GET", "/nowhere", null, 404, "no_such_path")]
    public async Task Refusals_of_the_web_server_itself_have_an_error_too(string method, string path, string? type, int status, string code)
    {
        using var request = new HttpRequestMessage(new(method), $"{server.Gate}{path}");
        request.Content = type is null ? null : new StringContent("hello", Encoding.UTF8, type);
        await IsRefusedAsync(await http.SendAsync(request), status, code);
    }

    [Fact]
    public async Task Input_that_is_not_http_is_refused_with_an_error_too()
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, new Uri(server.Gate).Port);
        await using var tls = new SslStream(tcp.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
        await tls.AuthenticateAsClientAsync(RunningServer.TlsOf(certificate));
        await tls.WriteAsync("GARBAGE\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(tls, Encoding.ASCII);
        var said = await reader.ReadToEndAsync();
        said.ShouldStartWith("HTTP/1.1 400 ");
        said.ShouldContain("\"code\":\"bad_request\"");
    }

    /// <summary>They are read before there is a certificate: over plain HTTP, at the addresses that the directory gives.</summary>
    [Fact]
    public async Task The_openapi_documents_list_every_route_and_are_read_without_a_certificate()
    {
        using var nobody = new HttpClient();
        var gate = await DocumentAsync(server.Power.Addresses.GateDocument);
        PathsIn(gate).ShouldBe(["/terminal/hello", "/terminal/packages/{version}"], ignoreOrder: true);
        gate.GetProperty("servers")[0].GetProperty("url").GetString()!.TrimEnd('/').ShouldBe(server.Gate);
        var master = await DocumentAsync(server.Power.Addresses.MasterDocument);
        PathsIn(master).ShouldBe(["/terminal/status"]);
        master.GetProperty("servers")[0].GetProperty("url").GetString()!.TrimEnd('/').ShouldBe(server.Master);

        async Task<JsonElement> DocumentAsync(string at) => JsonDocument.Parse(await nobody.GetStringAsync(at)).RootElement;
        static IEnumerable<string> PathsIn(JsonElement document) => document.GetProperty("paths").EnumerateObject().Select(p => p.Name);
    }

    [Fact]
    public async Task Only_the_documents_are_served_without_a_certificate()
    {
        using var nobody = new HttpClient();
        var at = new Uri(server.Power.Addresses.GateDocument);
        var hello = new { serial = "BT101308", firmware = "20230801" };
        (await nobody.PostAsJsonAsync(new Uri(at, "/terminal/hello"), hello)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await nobody.GetAsync(new Uri(at, "/terminal/status"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> PostHelloAsync(string body) =>
        http.PostAsync($"{server.Gate}/terminal/hello", new StringContent(body, Encoding.UTF8, "application/json"));

    /// <summary>An error has a code for programs and a message for people.</summary>
    private static async Task IsRefusedAsync(HttpResponseMessage answer, int status, string code)
    {
        ((int)answer.StatusCode).ShouldBe(status);
        var error = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("error");
        error.GetProperty("code").GetString().ShouldBe(code);
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
    }
}
