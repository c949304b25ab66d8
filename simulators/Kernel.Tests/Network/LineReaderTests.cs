using System.IO.Pipelines;
using System.Text;
using PairingLab.Kernel.Network;

namespace PairingLab.Kernel.Tests.Network;

/// <summary>Lines of a peer that may send anything.</summary>
public sealed class LineReaderTests
{
    [Theory]
    [InlineData("one\ntwo\n", "one|two")]
    [InlineData("one\r\ntwo", "one|two")]
    [InlineData("one\rtwo\r", "one|two")]
    [InlineData("\r\n\n", "|")]
    [InlineData("12345678\r\nx\n", "12345678|x")]
    [InlineData("", null)]
    public async Task Lines_end_with_CR_LF_or_both_however_they_are_cut(string sent, string? lines)
    {
        foreach (var piece in new[] { 1, 2, 3, 100 })
        {
            var pipe = new Pipe();
            var reader = new LineReader(pipe.Reader.AsStream(), 8);
            var read = ReadAllAsync(reader);
            foreach (var part in Encoding.ASCII.GetBytes(sent).Chunk(piece))
            {
                await pipe.Writer.WriteAsync(part);
            }

            await pipe.Writer.CompleteAsync();
            (await read).ShouldBe(lines?.Split('|') ?? []);
        }
    }

    [Fact]
    public async Task A_line_that_never_ends_is_refused_as_soon_as_it_is_too_long()
    {
        using var endless = new Endless();
        var refused = await Should.ThrowAsync<InvalidDataException>(async () => await new LineReader(endless, 8).ReadAsync(default));
        refused.Message.ShouldBe("a line has at most 8 characters");
        endless.Position.ShouldBeLessThanOrEqualTo(9);
    }

    private static async Task<List<string>> ReadAllAsync(LineReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadAsync(default) is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Sends 'x' for ever.</summary>
    private sealed class Endless : MemoryStream
    {
        private long sent;

        public override long Position => sent;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'x');
            sent += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
