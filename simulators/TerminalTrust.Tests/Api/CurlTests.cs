using System.Diagnostics;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Tests.Api;

/// <summary>Any TLS client can play a terminal: curl does.</summary>
public sealed class CurlTests
{
    [Fact]
    public async Task Curl_is_paired_and_served_through_the_vpn()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows' own curl takes no PEM client certificate");
        await using var server = await RunningServer.StartAsync();
        var folder = Directory.CreateTempSubdirectory("curl");
        try
        {
            var pem = Path.Combine(folder.FullName, "terminal.pem");
            using var certificate = SelfSignedCertificate.Create("BT101308", server.Clock.GetUtcNow());
            await File.WriteAllTextAsync(pem, SelfSignedCertificate.ToPem(certificate));
            string[] hello =
            [
                "--data", """{"serial":"BT101308","firmware":"20230801"}""",
                "--header", "content-type: application/json",
                $"{server.Gate}/terminal/hello",
            ];
            var code = Fingerprint.Of(certificate.RawData);
            server.Create("BT101308");
            var key = server.Server.GenerateVpn("BT101308").The<VpnGenerated>().Key;

            (await CurlAsync(pem, hello)).ShouldBe($$"""{"state":"PENDING","pairingCode":"{{code}}"}""");
            server.Approve("BT101308", code);
            (await CurlAsync(pem, hello)).ShouldContain("\"state\":\"PAIRED\"");
            var proxy = server.Power.Addresses.Vpn.Replace("//", $"//BT101308:{key}@", StringComparison.Ordinal);
            (await CurlAsync(pem, "--proxy", proxy, "--proxytunnel", $"{server.Master}/terminal/status")).ShouldBe("""{"mode":0}""");
            server.Server.State.Terminals["BT101308"].Session!.ThroughVpn.ShouldBeTrue();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> CurlAsync(string pem, params string[] arguments)
    {
        string[] always = ["--silent", "--show-error", "--insecure", "--noproxy", "", "--max-time", "20", "--cert", pem];
        var start = new ProcessStartInfo("curl", [.. always, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var curl = Process.Start(start)!;
        var said = await curl.StandardOutput.ReadToEndAsync();
        var wrong = await curl.StandardError.ReadToEndAsync();
        await curl.WaitForExitAsync();
        curl.ExitCode.ShouldBe(0, wrong);
        return said;
    }
}
