using System.Security.Cryptography;

namespace PairingLab.Kernel.Network;

/// <summary>
/// Ports that a server can have again after a power cut. Systems give those from 32768 up (Linux) or 49152 up (Windows, macOS) to
/// outgoing connections: one of them would be taken when the server wants it back.
/// </summary>
public static class LastingPort
{
    /// <summary>How many candidates are tried before it is given up.</summary>
    public const int Tries = 100;

    /// <summary>A port that may be free.</summary>
    public static int Candidate() => RandomNumberGenerator.GetInt32(20_000, 32_000);
}
