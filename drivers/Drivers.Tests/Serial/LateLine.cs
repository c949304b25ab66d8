using PairingLab.Kernel.Serial;

namespace PairingLab.Drivers.Serial;

/// <summary>A line on a starved machine: what is sent while it is late comes all at once when it no longer is.</summary>
internal sealed class LateLine(ISerialPort port) : ISerialPort
{
    private readonly List<byte[]> _held = [];

    public event Action<ReadOnlyMemory<byte>>? Received
    {
        add => port.Received += value;
        remove => port.Received -= value;
    }

    public bool Late { get; set; } = true;

    public string Address => port.Address;

    public bool Plugged => port.Plugged;

    public void Plug() => port.Plug();

    public void Unplug() => port.Unplug();

    public void Send(ReadOnlySpan<byte> bytes)
    {
        _held.Add(bytes.ToArray());
        if (!Late)
        {
            _held.ForEach(late => port.Send(late));
            _held.Clear();
        }
    }

    public void Dispose() => port.Dispose();
}
