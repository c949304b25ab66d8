using System.Net;
using System.Net.Sockets;

namespace PairingLab.Drivers.Serial;

/// <summary>A TCP port that nobody listens at just now.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
