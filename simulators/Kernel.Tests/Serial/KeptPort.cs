using System.Text;

namespace PairingLab.Kernel.Serial;

/// <summary>A port that keeps what it was to send.</summary>
internal sealed class KeptPort : ISerialPort
{
    public event Action<ReadOnlyMemory<byte>>? Received;

    public List<byte> Sent { get; } = [];

    public string Address => "kept";

    public bool Plugged => true;

    public void Hear(string text) => Received?.Invoke(Encoding.ASCII.GetBytes(text));

    public void Send(ReadOnlySpan<byte> bytes) => Sent.AddRange(bytes);

    public void Plug()
    {
    }

    public void Unplug()
    {
    }

    public void Dispose()
    {
    }
}
