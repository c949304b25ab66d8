namespace PairingLab.Kernel.Serial;

/// <summary>A simulated device's end of a serial line; who listens at the other end, and whether anybody does, it cannot know.</summary>
public interface ISerialPort : IDisposable
{
    /// <summary>What a reader opens: a path, or <c>tcp://host:port</c>. The same before and after it was unplugged.</summary>
    string Address { get; }

    /// <summary>True while the port is there for a reader to open.</summary>
    bool Plugged { get; }

    /// <summary>Bytes that the other end sent; called from a thread of the port, so the handler must be quick.</summary>
    event Action<ReadOnlyMemory<byte>>? Received;

    /// <summary>Puts the port back; does nothing when it is there.</summary>
    void Plug();

    /// <summary>Pulls the port out: its reader is hung up, and the address leads nowhere. Does nothing when it is out.</summary>
    void Unplug();

    /// <summary>Sends bytes, and never waits: with nobody reading, or unplugged, they are lost, as on a real line.</summary>
    void Send(ReadOnlySpan<byte> bytes);
}
