using PairingLab.Kernel.Cables;

namespace PairingLab.Commander.Devices.StatusDisplay;

/// <summary>A serial line from a status display to its reader.</summary>
public sealed class DisplayLine(string folder, string id, int baud, string parity, Cable cable) : IDisplayLine
{
    /// <inheritdoc />
    public event Action? Asked;

    /// <inheritdoc />
    public string? Address => null;

    /// <inheritdoc />
    public void Send(int sequence, byte left, byte right)
    {
        _ = (folder, id, baud, parity, cable, Asked);
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
