using System.Net;
using System.Text.RegularExpressions;

namespace PairingLab.Kernel.Network;

/// <summary>Where the servers of a site listen: the address, and from which port on.</summary>
/// <param name="address">The address; others than loopback are open to the network.</param>
/// <param name="portBase">The first port of the site's servers; null for any that is free.</param>
public sealed partial class Listening(IPAddress address, int? portBase = null)
{
    /// <summary>How many ports from the base on belong to the site.</summary>
    public const int PortsOfASite = 1_000;

    private int taken = -1;

    /// <summary>This machine only, on any ports.</summary>
    public static Listening OnLoopback { get; } = new(IPAddress.Loopback);

    /// <summary>The address.</summary>
    public IPAddress Address => address;

    /// <summary>HTTPS of the servers that speak HTTP by themselves; null for none.</summary>
    public SiteTls? Tls { get; init; }

    /// <summary>How the devices of the lab itself reach it: by the address, or by loopback where it means every network.</summary>
    public string Host => IPAddress.Any.Equals(address) ? "127.0.0.1"
        : IPAddress.IPv6Any.Equals(address) ? "[::1]"
        : address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]"
        : $"{address}";

    /// <summary>The same with ports from that one on.</summary>
    public Listening From(int port) => new(address, port) { Tls = Tls };

    /// <summary>A port that may be free; from the base on each number once.</summary>
    public int NextPort() => portBase is { } first ? first + (Interlocked.Increment(ref taken) % PortsOfASite) : LastingPort.Candidate();

    /// <summary>Whether a port of an earlier start is taken again: not one from before the site was given a base.</summary>
    public bool Keeps(int port) => portBase is not { } first || (port >= first && port < first + PortsOfASite);

    /// <summary>A URL, or a host and port, of one of these servers as a client knows it that reached the lab by that host name.</summary>
    public string SeenBy(string host, string address) => ItsHost().Replace(address, m => m.Groups["host"].Value == Host
        ? $"{m.Groups["scheme"].Value}{host}{m.Groups["rest"].Value}" : m.Value);

    [GeneratedRegex(@"^(?<scheme>([a-z]+://)?)(?<host>\[[^\]]*\]|[^/:]+)(?<rest>:[0-9]+(/.*)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex ItsHost();
}
