namespace PairingLab.Drivers.Serial;

/// <summary>Opens serial lines by their address.</summary>
public static class SerialLine
{
    private const string TcpScheme = "tcp:", Rfc2217Scheme = "rfc2217:";

    /// <summary>
    /// Opens <c>tcp://host:port</c> (a raw remote port, as ser2net serves it; the settings are then those of the server),
    /// <c>rfc2217://host:port</c> (one that is set from here), or a local port.
    /// Throws <see cref="SerialLineException"/>.
    /// </summary>
    public static async Task<ISerialLine> OpenAsync(
        string address, SerialSettings? settings = null, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Contains('\0', StringComparison.Ordinal))
        {
            throw new SerialLineException(
                SerialProblem.BadAddress, "No serial address given; give a path such as /dev/ttyUSB0 or COM3, or tcp://host:port.");
        }

        return address.StartsWith(TcpScheme, StringComparison.OrdinalIgnoreCase)
            ? await TcpSerialLine.OpenAsync(address, cancel)
            : address.StartsWith(Rfc2217Scheme, StringComparison.OrdinalIgnoreCase)
            ? await Rfc2217Line.OpenAsync(address, settings ?? SerialSettings.Default, cancel)
            : LocalSerialLine.Open(address, settings ?? SerialSettings.Default);
    }
}
