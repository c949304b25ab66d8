using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace PairingLab.Features.TerminalTrust;

/// <summary>A terminal played over the wire, by somebody who has read docs/protocols/terminal-trust.md and nothing else.</summary>
public sealed class PlayedTerminal(string serial, string gate, string master) : IDisposable
{
    private readonly X509Certificate2 certificate = TestCertificate.New(serial);
    private HttpClient? http;
    private SslStream? session;

    /// <summary>Its serial number.</summary>
    public string Serial => serial;

    /// <summary>The code of its certificate.</summary>
    public string Code => TestCertificate.CodeOf(certificate);

    private HttpClient Http => http ??= TestCertificate.Client(certificate);

    /// <summary>Says hello; gate's answer.</summary>
    public async Task<JsonElement> HelloAsync(string firmware = "20230801")
    {
        using var answer = await Http.PostAsJsonAsync(new Uri($"{gate}/terminal/hello"), new { serial, firmware });
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Asks master for the mode; status and body.</summary>
    public async Task<(int Status, JsonElement Body)> StatusAsync()
    {
        using var answer = await Http.GetAsync(new Uri($"{master}/terminal/status"));
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Opens a connection to master, asks once, and keeps it.</summary>
    public async Task OpenSessionAsync()
    {
        var at = new Uri(master);
        var tcp = new TcpClient();
        await tcp.ConnectAsync(at.Host, at.Port);
#pragma warning disable MA0039 // See TestCertificate.
        session = new(tcp.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
#pragma warning restore MA0039
        var tls = new SslClientAuthenticationOptions { TargetHost = at.Host, ClientCertificates = [certificate] };
        await session.AuthenticateAsClientAsync(tls);
        await session.WriteAsync(Encoding.ASCII.GetBytes($"GET /terminal/status HTTP/1.1\r\nHost: {at.Authority}\r\n\r\n"));
        var text = new StringBuilder();
        var buffer = new byte[1024];
        while (!text.ToString().Contains("{\"mode\":0}", StringComparison.Ordinal))
        {
            var count = await session.ReadAsync(buffer);
            count.ShouldBePositive($"master has hung up after: {text}");
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
    }

    /// <summary>Waits until master has dropped the connection.</summary>
    public async Task<bool> IsDroppedAsync()
    {
        try
        {
            var rest = new byte[64];
            while (await session!.ReadAsync(rest).AsTask().WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System) > 0)
            {
                // What still comes is the end of the last answer.
            }

            return true;
        }
        catch (IOException)
        {
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        http?.Dispose();
        session?.Dispose();
        certificate.Dispose();
    }
}
