namespace PairingLab.Drivers.Serial;

/// <summary>What to tell a person whose local port cannot be opened.</summary>
internal static class PortTrouble
{
    public static SerialLineException NoSuchPath(string path)
    {
        var there = TerminalPaths();
        var hint = there.Count == 0
            ? "this machine has no serial ports; is the adapter plugged in?"
            : $"there are: {string.Join(", ", there)}";
        return new(SerialProblem.NoSuchPath, $"There is no serial port at {path}; {hint}");
    }

    public static SerialLineException NoPermission(string path)
    {
        var group = FileOwner.GroupOf(path);
        var hint = group is null
            ? "let an administrator give this user access to it"
            : $"it belongs to group {group}: sudo usermod -aG {group} {Environment.UserName}, then log in again";
        return new(SerialProblem.NoPermission, $"No permission to open {path}; {hint}");
    }

    public static SerialLineException NotATerminal(string path) =>
        new(SerialProblem.NotATerminal, $"{path} is no serial port (a file, a folder or another kind of device); give the path of a terminal such as /dev/ttyUSB0");

    public static SerialLineException Busy(string path) =>
        new(SerialProblem.Busy, $"{path} is in use by another program; close that one (fuser {path} names it)");

    public static SerialLineException Unsupported(string path, string what) =>
        new(SerialProblem.Unsupported, $"{path}: {what}");

    public static SerialLineException Lost(string path, string why) =>
        new(SerialProblem.Lost, $"{path} is gone: {why}");

    // Stable names first: /dev/serial/by-id survives another plug order.
    private static List<string> TerminalPaths()
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

        return paths.Count > 12 ? [.. paths[..12], "…"] : paths;
    }
}
