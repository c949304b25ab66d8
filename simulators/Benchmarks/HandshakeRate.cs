using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.Benchmarks;

/// <summary>
/// TLS handshakes a second, ECDSA P-256 with a client certificate: <c>openssl s_time</c> against gate, and against openssl's own server.
/// </summary>
internal static partial class HandshakeRate
{
    private const int Seconds = 5;

    public static async IAsyncEnumerable<Result> MeasureAsync(string gate)
    {
        var folder = Directory.CreateTempSubdirectory("handshakes");
        try
        {
            var pem = Path.Combine(folder.FullName, "key.pem");
            using var certificate = SelfSignedCertificate.Create("BT100001", TimeProvider.System.GetUtcNow());
            await File.WriteAllTextAsync(pem, SelfSignedCertificate.ToPem(certificate));
            var ours = await TimeAsync(new Uri(gate).Port, pem);
            var port = FreePort();
            using var server = Start("s_server", "-accept", Text(port), "-cert", pem, "-key", pem, "-Verify", "1", "-verify_quiet",
                "-quiet", "-naccept", "1000000");
            await UntilListeningAsync(port);
            _ = server.StandardError.ReadToEndAsync();
            var theirs = await TimeAsync(port, pem);
            server.Kill();
            yield return new("TLS handshakes at gate (P-256, client certificate), one client", ours, "1/s", 200, MoreIsBetter: true,
                theirs, "openssl s_time against openssl s_server, same key");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> TimeAsync(int port, string pem)
    {
        using var client = Start("s_time", "-connect", $"127.0.0.1:{Text(port)}", "-new", "-time", Text(Seconds), "-cert", pem, "-key",
            pem);
        _ = client.StandardError.ReadToEndAsync();
        var said = await client.StandardOutput.ReadToEndAsync();
        await client.WaitForExitAsync();
        var match = Connections().Match(said);
        return match.Success
            ? double.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) / double.Parse(match.Groups["seconds"].Value,
                CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"openssl s_time says: {said}");
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("openssl", arguments)
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task UntilListeningAsync(int port)
    {
        for (var i = 0; i < 100; i++)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<count>\d+) connections in (?<seconds>\d+) real seconds", RegexOptions.ExplicitCapture)]
    private static partial Regex Connections();
}
