using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PairingLab.Kernel.Network;

/// <summary>How much one client can ask of a server of the lab. Beyond it requests are refused, and what is under way goes on.</summary>
public static class ServerLimits
{
    /// <summary>The longest body: an uploaded document has 5 MB, and SCI reads what is too long to its end to answer it.</summary>
    public const int LongestBody = 16 * 1024 * 1024;

    /// <summary>The most connections of one server at a time.</summary>
    public const int MostConnections = 4_000;

    extension(KestrelServerLimits limits)
    {
        /// <summary>Lowers the web server's own limits, which are 30 MB and any number of connections.</summary>
        public void Lower()
        {
            limits.MaxRequestBodySize = LongestBody;
            limits.MaxConcurrentConnections = MostConnections;
            limits.MaxConcurrentUpgradedConnections = MostConnections;
        }
    }
}
