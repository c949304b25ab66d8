using System.Net;
using System.Net.Sockets;

namespace PairingLab.Host.Tests.Commands;

/// <summary>A ser2net whose display is well when it is examined, and gone when it is needed.</summary>
internal sealed class FallingSilent : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public FallingSilent()
    {
        listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Address => $"tcp://{listener.LocalEndpoint}";

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        using (var first = await listener.AcceptSocketAsync())
        using (var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System))
        {
            try
            {
                while (await timer.WaitForNextTickAsync())
                {
                    await first.SendAsync("$PLDSP,0042,06,CF*72\r\n"u8.ToArray());
                }
            }
            catch (SocketException)
            {
                // It has been examined.
            }
        }

        for (var open = new List<Socket>(); ;)
        {
            open.Add(await listener.AcceptSocketAsync());
        }
    }
}
