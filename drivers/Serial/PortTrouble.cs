using System.Formats.Tar;

namespace PairingLab.Drivers.Serial;

/// <summary>What to tell a person whose local port cannot be opened or is lost.</summary>
internal static class PortTrouble
{
    // errno, the same on Linux and macOS: System.IO.Ports passes it on in the exception within its own.
    private const int NotPermitted = 1, NoEntry = 2, NoDevice = 6, AccessDenied = 13, InUse = 16, NoSuchDevice = 19, IsAFolder = 21;
    private const int NotATty = 25;

    public static SerialLineException NoSuchPath(string path)
    {
        var ports = Ports();
        var hint = ports.Count == 0
            ? "this machine has no serial ports; is the adapter plugged in?"
            : $"there are: {string.Join(", ", ports)}";
        return new(SerialProblem.NoSuchPath, $"There is no serial port at {path}; {hint}");
    }

    public static SerialLineException NoPermission(string path)
    {
        var group = GroupOf(path);
        var hint = group is null
            ? "let an administrator give this user access to it"
            : $"it belongs to group {group}: sudo usermod -aG {group} {Environment.UserName}, then log in again";
        return new(SerialProblem.NoPermission, $"No permission to open {path}; {hint}");
    }

    public static SerialLineException NotATerminal(string path) =>
        new(
            SerialProblem.NotATerminal,
            $"{path} is not a serial port but a file, a folder or another kind of device; give the path of a port such as /dev/ttyUSB0");

    public static SerialLineException Busy(string path) =>
        new(SerialProblem.Busy, $"{path} is in use by another program; close that one (fuser {path} names it)");

    public static SerialLineException Unsupported(string path, string what) =>
        new(SerialProblem.Unsupported, $"{path}: {what}");

    public static SerialLineException Lost(string path, string why) =>
        new(SerialProblem.Lost, $"{path} is gone: {why}");

    /// <summary>What it means that System.IO.Ports cannot open a port.</summary>
    public static SerialLineException Opening(string path, SerialSettings settings, Exception e) => e switch
    {
        ArgumentException => Refused(path, settings),
        FileNotFoundException => NoSuchPath(path),
        UnauthorizedAccessException when OperatingSystem.IsWindows() => Busy(path),
        { InnerException: IOException inner } => OfErrorNumber(path, inner.HResult, inner.Message),
        IOException => OfErrorNumber(path, e.HResult, e.Message),
        _ => Unsupported(path, $"it cannot be opened with {settings}: {e.Message}"),
    };

    /// <summary>The name of the group that owns a device, its number when it has no name; null where there are no groups.</summary>
    public static string? GroupOf(string path)
    {
        try
        {
            // An archive's entry is where .NET tells the group of a file.
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, leaveOpen: true))
            {
                writer.WriteEntry(PortLock.DeviceOf(path), "port");
            }

            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry() is PosixTarEntry { } entry
                ? entry.GroupName is { Length: > 0 } name ? name : $"{entry.Gid}"
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The settings are unusual, and the port's driver cannot do them.</summary>
    public static SerialLineException Refused(string path, SerialSettings settings)
    {
        string[] unusual =
        [
            .. settings.Parity == SerialParity.None
                ? Array.Empty<string>()
                : [$"parity {settings.Parity} (a pseudo-terminal has no parity bit)"],
            .. settings.DataBits == 8 ? Array.Empty<string>() : [$"{settings.DataBits} data bits"],
            .. settings.StopBits == 1 ? Array.Empty<string>() : [$"{settings.StopBits} stop bits"],
        ];
        var what = unusual.Length == 0 ? $"{settings.Baud} baud" : string.Join(" or ", unusual);
        return Unsupported(path, $"its driver refuses {what}; 9600 8N1 works everywhere");
    }

    /// <summary>What an error number of the system means for a person.</summary>
    public static SerialLineException OfErrorNumber(string path, int error, string text) => error switch
    {
        NoEntry => NoSuchPath(path),
        AccessDenied or NotPermitted => NoPermission(path),
        InUse => Busy(path),
        IsAFolder or NotATty => NotATerminal(path),
        NoDevice or NoSuchDevice => Unsupported(path, "there is a name but no device behind it; is the adapter plugged in?"),
        _ => Unsupported(path, $"it cannot be opened: {text}"),
    };

    // Stable names first: /dev/serial/by-id survives another plug order.
    private static List<string> Ports()
    {
        string[] names = ["ttyUSB*", "ttyACM*", "ttyAMA*", "ttyS?", "cu.*"];
        var paths = Directory.Exists("/dev/serial/by-id") ? Directory.GetFiles("/dev/serial/by-id").ToList() : [];
        if (Directory.Exists("/dev"))
        {
            paths.AddRange(names.SelectMany(n => Directory.GetFileSystemEntries("/dev", n)).Order(StringComparer.Ordinal));
        }

        if (Directory.Exists("/dev/pts"))
        {
            paths.AddRange(Directory.GetFiles("/dev/pts").Where(p => char.IsDigit(p[^1])).Order(StringComparer.Ordinal));
        }

        if (OperatingSystem.IsWindows())
        {
            paths.AddRange(System.IO.Ports.SerialPort.GetPortNames().Order(StringComparer.Ordinal));
        }

        return paths.Count > 12 ? [.. paths[..12], "…"] : paths;
    }
}
