using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>
/// Where the Helpdesk reaches a workstation with a terminal program (PuTTY, raw). Seed, Permission Denied: "the Helpdesk is
/// trying to PuTTY into the POS, but the POS is not paired with the Commander".
/// </summary>
internal sealed class RemoteSession : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly Func<string?> greeting;

    /// <summary>Listens; <paramref name="greeting"/> gives the first line for whoever may come in, null for nobody.</summary>
    public RemoteSession(Func<string?> greeting)
    {
        this.greeting = greeting;
        listener.Start();
        _ = ServeAsync();
    }

    /// <summary>tcp://host:port.</summary>
    public string Address => $"tcp://{listener.LocalEndpoint}";

    public void Dispose()
    {
        ended.Cancel();
        listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(ended.Token).ConfigureAwait(false);
                _ = TalkAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The workstation lost its power.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var welcome = greeting();
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{welcome ?? Core.Texts.PermissionDenied}\r\n"), ended.Token).ConfigureAwait(false);
                using var reader = new StreamReader(stream, Encoding.ASCII);
                while (welcome is not null && await reader.ReadLineAsync(ended.Token).ConfigureAwait(false) is { } line && line != "exit")
                {
                    await stream.WriteAsync(Encoding.ASCII.GetBytes($"{greeting() ?? Core.Texts.PermissionDenied}\r\n"), ended.Token).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The Helpdesk hung up, or the power went.
            }
        }
    }
}
