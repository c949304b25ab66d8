using PairingLab.Kernel.Serial;

namespace PairingLab.Commander.Devices.StatusDisplay;

/// <summary>A status display's end of its serial line (display link).</summary>
public sealed class DisplayLine : IDisplayLine
{
    private readonly DisplayLinkQueries queries = new();
    private readonly SerialCable cable;

    /// <summary>Sends over a cable.</summary>
    public DisplayLine(SerialCable cable)
    {
        this.cable = cable;
        cable.Received += Hear;
    }

    /// <inheritdoc />
    public event Action? Asked;

    /// <inheritdoc />
    public string? Address => cable.Port.Plugged ? cable.Port.Address : null;

    /// <inheritdoc />
    public void Send(int sequence, byte left, byte right)
    {
        Span<byte> sentence = stackalloc byte[DisplayLinkSentence.Length];
        var length = DisplayLinkSentence.Write(sentence, sequence, left, right);
        cable.Send(sentence[..length]);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        cable.Received -= Hear;
        cable.Port.Dispose();
    }

    private void Hear(ReadOnlyMemory<byte> bytes)
    {
        if (queries.Feed(bytes.Span) > 0)
        {
            Asked?.Invoke();
        }
    }
}
