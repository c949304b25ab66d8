using System.Net.Sockets;
using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Network;
using PairingLab.Drivers.Wire;

namespace PairingLab.Features.Support;

/// <summary>The connections of real devices in which the lab stands, by "through" of the bench file.</summary>
public sealed class BenchNetwork : IAsyncDisposable
{
    private readonly List<(string Device, FaultProxy Proxy)> proxies = [];

    /// <summary>Begins to listen for the devices.</summary>
    public BenchNetwork(IEnumerable<BenchProxy> through)
    {
        foreach (var of in through)
        {
            try
            {
                proxies.Add((of.Device, FaultProxy.Start(of.Listen, of.To, TimeProvider.System)));
            }
            catch (SocketException e)
            {
                throw new BenchActionException($"through of {of.Device}: can't listen at {of.Listen}: {e.Message}");
            }
        }
    }

    /// <summary>Sets what a device's network does.</summary>
    public void Set(string device, CableState state)
    {
        foreach (var (_, proxy) in proxies.Where(p => p.Device == device))
        {
            proxy.Set(state switch
            {
                CableState.Cut => NetworkState.Cut,
                CableState.Slow => NetworkState.Slow,
                CableState.Lossy => NetworkState.Lossy,
                _ => NetworkState.Connected,
            });
        }
    }

    /// <summary>Mends what the scenario before left broken.</summary>
    public void Mend() => proxies.ForEach(p => p.Proxy.Set(NetworkState.Connected));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var (_, proxy) in proxies)
        {
            await proxy.DisposeAsync();
        }
    }
}
