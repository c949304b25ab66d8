using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PairingLab.Benchmarks.Sci;

/// <summary>What a server did under load.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P99">Milliseconds within which 99 of 100 answers came.</param>
internal sealed record Load(double PerSecond, double P99);

/// <summary>
/// A number of connections, each with one request under way; the same for every server that is measured. A client of the platform
/// would cost more than the server, and the comparison would be of that client with itself.
/// </summary>
/// <param name="port">Where the server listens.</param>
/// <param name="talk">What a connection, by its number, says: the bytes of its next request, after the answer to the last one.</param>
internal sealed class LoadClient(int port, Func<int, LoadClient.Talk> talk)
{
    /// <summary>The number of connections.</summary>
    public const int Connections = 32;

    private static readonly byte[] Ok = "HTTP/1.1 200"u8.ToArray();

    /// <summary>A client whose requests do not depend on answers.</summary>
    /// <param name="port">Where the server listens.</param>
    /// <param name="request">The request's bytes, asked for anew before each is sent.</param>
    public LoadClient(int port, Func<byte[]> request)
        : this(port, _ => _ => request())
    {
    }

    /// <summary>The next request, after the answer to the last one; that is empty at first.</summary>
    public delegate byte[] Talk(ReadOnlySpan<byte> answer);

    /// <summary>The most requests a second, over all connections; as many as it takes when null.</summary>
    public double? PerSecond { get; init; }

    /// <summary>Loads the server, first to warm it up and then to measure it.</summary>
    public async Task<Load> RunAsync(TimeSpan warmUp, TimeSpan measured)
    {
        await LoadAsync(warmUp);
        return await LoadAsync(measured);
    }

    private async Task<Load> LoadAsync(TimeSpan span)
    {
        var started = Stopwatch.GetTimestamp();
        var times = (await Task.WhenAll(Enumerable.Range(0, Connections).Select(i => Task.Run(() => AskAsync(talk(i), started, span)))))
            .SelectMany(t => t).Order().ToArray();
        return new(times.Length / Stopwatch.GetElapsedTime(started).TotalSeconds, times[(int)(times.Length * 0.99)]);
    }

    private async Task<List<double>> AskAsync(Talk next, long started, TimeSpan span)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var times = new List<double>(1 << 16);
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (Stopwatch.GetElapsedTime(started) < span)
        {
            await InTurnAsync(started, times.Count);
            var sent = Stopwatch.GetTimestamp();
            await socket.SendAsync(next(buffer.AsSpan(0, length)), SocketFlags.None);
            length = await ReceiveAsync(socket, buffer);
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        return times;
    }

    /// <summary>Waits until a connection's next request is due; one that is late is sent at once.</summary>
    private async Task InTurnAsync(long started, int sentSoFar)
    {
        var due = PerSecond is { } rate ? TimeSpan.FromSeconds(sentSoFar * Connections / rate) - Stopwatch.GetElapsedTime(started)
            : TimeSpan.Zero;
        if (due > TimeSpan.Zero)
        {
            await Task.Delay(due, TimeProvider.System);
        }
    }

    private static async Task<int> ReceiveAsync(Socket socket, byte[] buffer)
    {
        var length = 0;
        while (!IsWhole(buffer.AsSpan(0, length)))
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(length), SocketFlags.None);
            length += count > 0 ? count
                : throw new IOException($"the server hung up after: {Encoding.Latin1.GetString(buffer, 0, length)}");
        }

        if (!buffer.AsSpan().StartsWith(Ok))
        {
            throw new IOException($"the server answered: {Encoding.Latin1.GetString(buffer, 0, length)}");
        }

        return length;
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = Encoding.Latin1.GetString(answer[..end]);
        var at = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        return at < 0
            ? answer.EndsWith("0\r\n\r\n"u8)
            : answer.Length >= end + 4 + int.Parse(head.AsSpan(at + 16).TrimEnd().ToString().Split('\r')[0],
                System.Globalization.CultureInfo.InvariantCulture);
    }
}
