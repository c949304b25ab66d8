using System.Net;
using PairingLab.Kernel.Network;

namespace PairingLab.Host.Commands;

/// <summary>The folder of --data.</summary>
internal static class DataFolder
{
    /// <summary>Throws when the option is there without a folder, as an unset variable of a script makes it.</summary>
    public static void Check(string? folder)
    {
        if (folder is not null && string.IsNullOrWhiteSpace(folder))
        {
            throw new CommandException("--data '' is not a folder; name one, such as ~/lab, or omit --data to keep everything in memory");
        }
    }
}

/// <summary>What host is asked for.</summary>
/// <param name="Port">The port of the bench page; 0 lets the system choose.</param>
/// <param name="Address">The address it listens on.</param>
/// <param name="Token">What endpoints under /lab demand.</param>
/// <param name="Data">The folder of the store; null keeps everything in memory.</param>
/// <param name="Clock">"real" or "stepped"; null for the bench file's, or real.</param>
/// <param name="BenchFile">The bench file; null for the small site.</param>
/// <param name="PortBase">The first port of the systems' servers; null for any that is free.</param>
/// <param name="Certificate">The PEM file of the certificate to show; null for the lab's own.</param>
/// <param name="Seed">What all codes come from; null for the cryptographic source.</param>
public sealed record HostOptions(int Port, string Address, string? Token, string? Data, string? Clock, string? BenchFile,
    int? PortBase = null, int? Seed = null, string? Certificate = null)
{
    /// <summary>The systems to serve; none for all.</summary>
    public IReadOnlyList<string> Systems { get; init; } = [];

    /// <summary>Whether others than this machine can reach it.</summary>
    public bool IsOpenToOthers => IPAddress.TryParse(Address, out var address) && !IPAddress.IsLoopback(address);

    /// <summary>Throws at what can't be, or what would let strangers in.</summary>
    public void Check()
    {
        if (Port is < 0 or > 65535)
        {
            throw new CommandException($"--port {Port} is not a port; allowed values: 0 (any that is free) to 65535");
        }

        if (PortBase is < 1 or > 65535 - Listening.PortsOfASite)
        {
            throw new CommandException(
                $"--port-base {PortBase} is not a first port; allowed values: 1 to {65535 - Listening.PortsOfASite}, "
                + $"and the {Listening.PortsOfASite} ports from it on belong to the lab");
        }

        if (Seed is not null && Data is not null)
        {
            throw new CommandException(
                "--seed is for a lab in memory: with --data a restart would give out again the codes that the folder has already");
        }

        if (!IPAddress.TryParse(Address, out var address))
        {
            throw new CommandException($"--address '{Address}' is not an IP address; 127.0.0.1 is this machine, 0.0.0.0 every network");
        }

        DataFolder.Check(Data);
        if (Descriptors.Most < Descriptors.FewestForALab)
        {
            throw new CommandException(
                $"this process may have {Descriptors.Most} files open at a time, and a lab needs {Descriptors.FewestForALab}; "
                + "raise the limit: ulimit -n 1024");
        }

        if (Token is null && !IPAddress.IsLoopback(address))
        {
            throw new CommandException(
                $"--address {Address} is open to others, so --token is needed: "
                + $"at least {TokenOptions.Shortest} characters, which clients then send");
        }
    }
}
