using System.Text;

namespace PairingLab.Kernel.Network;

/// <summary>Reads the lines of a peer, each of a limited length: one that never ends its line must not fill the memory.</summary>
/// <param name="stream">Where they come from; ASCII.</param>
/// <param name="longest">How many bytes a line may have, its end not counted.</param>
public sealed class LineReader(Stream stream, int longest)
{
    private readonly byte[] buffer = new byte[longest + 1];
    private int length;
    private bool isAfterReturn;

    /// <summary>The next line without its end, which is CR, LF or both; null when the peer has hung up.</summary>
    /// <exception cref="InvalidDataException">The line is too long.</exception>
    public async ValueTask<string?> ReadAsync(CancellationToken cancel)
    {
        while (true)
        {
            if (Take() is { } line)
            {
                return line;
            }

            if (length > longest)
            {
                throw new InvalidDataException($"a line has at most {longest} characters");
            }

            var count = await stream.ReadAsync(buffer.AsMemory(length), cancel);
            if (count == 0)
            {
                return length == 0 ? null : Cut(length, length);
            }

            length += count;
        }
    }

    private string? Take()
    {
        // The LF of a CR LF that came in two pieces is not an empty line.
        if (isAfterReturn && length > 0)
        {
            isAfterReturn = false;
            _ = buffer[0] == '\n' ? Cut(0, 1) : null;
        }

        var end = buffer.AsSpan(0, length).IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0)
        {
            return null;
        }

        isAfterReturn = buffer[end] == '\r';
        return Cut(end, end + 1);
    }

    private string Cut(int end, int next)
    {
        var line = Encoding.ASCII.GetString(buffer, 0, end);
        buffer.AsSpan(next, length - next).CopyTo(buffer);
        length -= next;
        return line;
    }
}
