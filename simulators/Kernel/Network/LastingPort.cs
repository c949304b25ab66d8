using System.Net;
using System.Net.Sockets;
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

    private static readonly Lazy<PortBlock> Ours = new(PortBlock.Take);

    /// <summary>A port that may be free.</summary>
    public static int Candidate() => Ours.Value.Next();
}

/// <summary>
/// The ports that one process tries. A port comes again only when all others have been tried, and no other process of the lab tries it:
/// a server that is off for a moment finds its port free.
/// </summary>
internal sealed class PortBlock : IDisposable
{
    /// <summary>The first port of the first block.</summary>
    public const int First = 20_000;

    /// <summary>The port after the last block.</summary>
    public const int End = 32_000;

    /// <summary>The ports of a block; its first one is the mark that it is taken.</summary>
    public const int Size = 1_000;

    private readonly TcpListener? mark;
    private readonly int first;
    private readonly int size;
    private int tried;

    private PortBlock(TcpListener? mark, int first, int size)
    {
        (this.mark, this.first, this.size) = (mark, first, size);
        tried = RandomNumberGenerator.GetInt32(size);
    }

    /// <summary>Takes a block that no process has; all ports when every block is taken.</summary>
    public static PortBlock Take()
    {
        const int Blocks = (End - First) / Size;
        var begin = RandomNumberGenerator.GetInt32(Blocks);
        foreach (var block in Enumerable.Range(0, Blocks).Select(n => First + ((begin + n) % Blocks * Size)))
        {
            // It listens, since Linux lets two sockets have the same port until one of them does.
            var sign = new TcpListener(IPAddress.Loopback, block);
            try
            {
                sign.Start(backlog: 1);
                return new(sign, block + 1, Size - 1);
            }
            catch (SocketException)
            {
                sign.Dispose();
            }
        }

        return new(null, First, End - First);
    }

    /// <summary>The next port to try.</summary>
    public int Next() => first + (int)((uint)Interlocked.Increment(ref tried) % (uint)size);

    /// <summary>Lets others have the block.</summary>
    public void Dispose() => mark?.Dispose();
}
