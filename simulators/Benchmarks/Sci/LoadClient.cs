using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PairingLab.Benchmarks.Sci;

/// <summary>
/// So many connections, each with one request under way; the same for every server that is measured. A client of the platform
/// would cost more than the server, and the comparison would be of that client with itself.
/// </summary>
/// <param name="port">Where the server listens.</param>
/// <param name="request">The request's bytes, asked for anew before each is sent.</param>
internal sealed class LoadClient(int port, Func<byte[]> request)
{
    private const int Connections = 32;
    private static readonly byte[] Ok = "HTTP/1.1 200"u8.ToArray();

    /// <summary>Loads the server, first to warm it up and then to measure it.</summary>
    public async Task<Load> RunAsync(TimeSpan warmUp, TimeSpan measured)
    {
        await LoadAsync(warmUp);
        return await LoadAsync(measured);
    }

    private async Task<Load> LoadAsync(TimeSpan span)
    {
        var started = Stopwatch.GetTimestamp();
        var times = (await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => AskAsync(started, span))))).SelectMany(t => t).Order().ToArray();
        return new(times.Length / Stopwatch.GetElapsedTime(started).TotalSeconds, times[(int)(times.Length * 0.99)]);
    }

    private async Task<List<double>> AskAsync(long started, TimeSpan span)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var times = new List<double>(1 << 16);
        var buffer = new byte[16 * 1024];
        while (Stopwatch.GetElapsedTime(started) < span)
        {
            var sent = Stopwatch.GetTimestamp();
            await socket.SendAsync(request(), SocketFlags.None);
            await ReceiveAsync(socket, buffer);
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        return times;
    }

    private static async Task ReceiveAsync(Socket socket, byte[] buffer)
    {
        var length = 0;
        while (!IsWhole(buffer.AsSpan(0, length)))
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(length), SocketFlags.None);
            length += count > 0 ? count : throw new IOException($"the server hung up after: {Encoding.Latin1.GetString(buffer, 0, length)}");
        }

        if (!buffer.AsSpan().StartsWith(Ok))
        {
            throw new IOException($"the server answered: {Encoding.Latin1.GetString(buffer, 0, length)}");
        }
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
            : answer.Length >= end + 4 + int.Parse(head.AsSpan(at + 16).TrimEnd().ToString().Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
