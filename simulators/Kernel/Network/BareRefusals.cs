using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace PairingLab.Kernel.Network;

/// <summary>
/// The web server itself refuses bytes that are not HTTP (a broken request line, a header without a name) before any code of ours sees it,
/// and does so with an empty body. Clients of an API expect its error there too, so it is put in.
/// </summary>
/// <param name="body">The JSON for a status, 400 say.</param>
public sealed class BareRefusals(Func<int, byte[]> body)
{
    /// <summary>Watches a connection's answers.</summary>
    public ConnectionDelegate Watch(ConnectionDelegate next) => async connection =>
    {
        var transport = connection.Transport;
        var output = new Answers(transport.Output, body);
        connection.Transport = new Both(transport.Input, output);
        try
        {
            await next(connection);
        }
        finally
        {
            connection.Transport = transport;
        }
    };

    private sealed record Both(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>Passes all on; an answer that refuses without a body is completed in the buffer that it was written to.</summary>
    private sealed class Answers(PipeWriter inner, Func<int, byte[]> body) : PipeWriter
    {
        private const int MostAdded = 1024;
        private static readonly byte[] Refused = "HTTP/1.1 4"u8.ToArray();
        private static readonly byte[] Empty = "\r\nContent-Length: 0\r\n"u8.ToArray();
        private Memory<byte> buffer;

        public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

        public override long UnflushedBytes => inner.UnflushedBytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => buffer = inner.GetMemory(Math.Max(sizeHint, MostAdded));

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override void Advance(int bytes) => inner.Advance(IsBareRefusal(buffer.Span[..bytes]) ? Complete(bytes) : bytes);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
            inner.FlushAsync(cancellationToken);

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);

        private static bool IsBareRefusal(ReadOnlySpan<byte> written) =>
            written.StartsWith(Refused) && written.IndexOf(Empty) >= 0 && written.IndexOf("\r\nConnection: close\r\n"u8) >= 0;

        private int Complete(int bytes)
        {
            var head = Encoding.ASCII.GetString(buffer.Span[..bytes]);
            var json = body(int.Parse(head.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture));
            var whole = head.Replace(
                "\r\nContent-Length: 0\r\n",
                $"\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {json.Length}\r\n",
                StringComparison.Ordinal);
            var size = Encoding.ASCII.GetByteCount(whole) + json.Length;
            if (size > buffer.Length)
            {
                return bytes;
            }

            json.CopyTo(buffer.Span[Encoding.ASCII.GetBytes(whole, buffer.Span)..]);
            return size;
        }
    }
}
