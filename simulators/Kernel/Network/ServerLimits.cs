using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace PairingLab.Kernel.Network;

/// <summary>How much clients can ask of a server of the lab. Beyond it requests are refused, and what is under way goes on.</summary>
public static class ServerLimits
{
    /// <summary>The longest body: an uploaded document has 5 MB, and SCI reads what is too long to its end to answer it.</summary>
    public const int LongestBody = 16 * 1024 * 1024;

    /// <summary>The most connections of one server at a time; all together have what <see cref="Descriptors"/> leave.</summary>
    public const int MostConnections = 4_000;

    extension(IWebHostBuilder host)
    {
        /// <summary>The web server with the lab's limits; its own are 30 MB and any number of connections.</summary>
        public IWebHostBuilder UseBoundedKestrel(Action<KestrelServerOptions> configure) => host
            .UseKestrelCore()
            .ConfigureServices(services => services
                .AddSingleton<SocketTransportFactory>()
                .AddSingleton<IConnectionListenerFactory, BoundedListeners>()) // the last one is asked first
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Limits.MaxRequestBodySize = LongestBody;
                kestrel.Limits.MaxConcurrentConnections = MostConnections;
                kestrel.Limits.MaxConcurrentUpgradedConnections = MostConnections;
                configure(kestrel);
            });
    }
}
