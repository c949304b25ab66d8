using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Tests.Api;

/// <summary>A connection with master lasts as long as the trust in its certificate.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(10);

    private RunningServer server = null!;

    public static TheoryData<IServerCommand> Breaking => [new UnpairTerminal("BT1"), new LoseFingerprints()];

    public async ValueTask InitializeAsync() => server = await RunningServer.StartAsync();

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Breaking))]
    public async Task When_trust_is_broken_the_session_drops(IServerCommand command)
    {
        using var certificate = await PairAsync("BT1");
        await using var session = await OpenAsync(certificate);
        server.Server.Do(command).Refusal.ShouldBeNull();
        (await IsDroppedAsync(session)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_sessions_of_others_go_on()
    {
        using var stolen = await PairAsync("BT1");
        using var other = await PairAsync("BT2");
        await using var dropped = await OpenAsync(stolen);
        await using var session = await OpenAsync(other);
        server.Server.Do(new UnpairTerminal("BT1"));
        (await IsDroppedAsync(dropped)).ShouldBeTrue();
        (await AskAsync(session)).ShouldContain("{\"mode\":0}");
    }

    private async Task<X509Certificate2> PairAsync(string serial)
    {
        var certificate = SelfSignedCertificate.Create(serial, server.Clock.GetUtcNow());
        server.Create(serial);
        using var http = RunningServer.Client(certificate);
        await server.HelloAsync(http, serial);
        server.Approve(serial, Fingerprint.Of(certificate.RawData));
        return certificate;
    }

    private async Task<SslStream> OpenAsync(X509Certificate2 certificate)
    {
        var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, new Uri(server.Master).Port);
        var session = new SslStream(tcp.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
        await session.AuthenticateAsClientAsync(RunningServer.TlsOf(certificate));
        (await AskAsync(session)).ShouldContain("{\"mode\":0}");
        return session;
    }

    private static async Task<string> AskAsync(SslStream session)
    {
        await session.WriteAsync("GET /terminal/status HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        var said = new StringBuilder();
        var buffer = new byte[1024];
        while (!said.ToString().Contains('}', StringComparison.Ordinal) && await session.ReadAsync(buffer) is > 0 and var count)
        {
            said.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return said.ToString();
    }

    /// <summary>What still comes is the end of the last answer; then the connection ends, or breaks.</summary>
    private static async Task<bool> IsDroppedAsync(SslStream session)
    {
        var rest = new byte[64];
        try
        {
            while (await session.ReadAsync(rest).AsTask().WaitAsync(LongEnough, TimeProvider.System) > 0)
            {
                // Not the end yet.
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
}
