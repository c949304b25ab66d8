namespace PairingLab.Commander.Devices.StatusDisplay;

/// <summary>Where a status display's probe writes its sentences: a serial line.</summary>
public interface IDisplayLine : IDisposable
{
    /// <summary>The peer asks for the present state (<c>$PLDSQ*5A</c>). May come from any thread.</summary>
    event Action? Asked;

    /// <summary>Where a reader finds it, a tty path or tcp://host:port; null while it is unplugged.</summary>
    string? Address { get; }

    /// <summary>Sends one sentence for these two segment bytes.</summary>
    void Send(int sequence, byte left, byte right);
}
