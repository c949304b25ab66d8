using System.Net;

namespace PairingLab.Host.Commands;

/// <summary>What host is asked for.</summary>
/// <param name="Port">The port of the bench page; 0 lets the system choose.</param>
/// <param name="Address">The address it listens on.</param>
/// <param name="Token">What endpoints under /lab demand.</param>
/// <param name="Data">The folder of the store; null keeps everything in memory.</param>
/// <param name="Clock">"real" or "stepped"; null for the bench file's, or real.</param>
/// <param name="BenchFile">The bench file; null for the small site.</param>
public sealed record HostOptions(int Port, string Address, string? Token, string? Data, string? Clock, string? BenchFile)
{
    private const int ShortestToken = 16;

    /// <summary>Throws at what can't be, or what would let strangers in.</summary>
    public void Check()
    {
        if (Port is < 0 or > 65535)
        {
            throw new CommandException($"--port {Port} is no port; it is a number from 0 (any that is free) to 65535");
        }

        if (!IPAddress.TryParse(Address, out var address))
        {
            throw new CommandException($"--address '{Address}' is no IP address; 127.0.0.1 is this machine, 0.0.0.0 every network");
        }

        if (Token is null && !IPAddress.IsLoopback(address))
        {
            throw new CommandException($"--address {Address} is open to others, so --token is needed: at least {ShortestToken} characters, which clients then send");
        }

        if (Token is { Length: < ShortestToken })
        {
            throw new CommandException($"--token is too short; it needs at least {ShortestToken} characters");
        }
    }
}
