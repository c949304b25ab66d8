using System.Runtime.InteropServices;

namespace PairingLab.Drivers.Serial;

/// <summary>Opens a terminal's file for one user alone.</summary>
internal static class TerminalFile
{
    public static int Open(string path, SerialSettings settings)
    {
        var file = Libc.Open(path, Libc.ReadWrite | Libc.NotControlling | Libc.NonBlocking | Libc.CloseOnExec);
        if (file < 0)
        {
            throw Trouble(path, Marshal.GetLastPInvokeError());
        }

        Lock(file, path);
        try
        {
            KeepOthersOut(file, path);
            TerminalMode.Set(file, path, settings);
            return file;
        }
        catch
        {
            Close(file);
            throw;
        }
    }

    public static void Close(int file)
    {
        _ = Libc.Control(file, Libc.NotExclusive, 0);
        _ = Libc.Close(file);
    }

    /// <summary>What an error number of <c>open</c> means for a person.</summary>
    public static SerialLineException Trouble(string path, int error) => error switch
    {
        Libc.NoEntry or Libc.NotAFolder => PortTrouble.NoSuchPath(path),
        Libc.AccessDenied or Libc.NotPermitted => PortTrouble.NoPermission(path),
        Libc.InUse => PortTrouble.Busy(path),
        Libc.IsAFolder or Libc.NotATty => PortTrouble.NotATerminal(path),
        Libc.NoDevice or Libc.NoSuchDevice => PortTrouble.Unsupported(path, "there is a name but no device behind it; is the adapter plugged in?"),
        _ => PortTrouble.Unsupported(path, $"it cannot be opened: {Marshal.GetPInvokeErrorMessage(error)}"),
    };

    // Keeps two labs apart even for root, whom exclusive mode does not stop; gone with the process, however it ends.
    private static void Lock(int file, string path)
    {
        if (Libc.Lock(file, Libc.LockAloneNow) != 0 && Marshal.GetLastPInvokeError() == Libc.TryAgain)
        {
            _ = Libc.Close(file); // not Close below: exclusive mode is the other one's
            throw PortTrouble.Busy(path);
        }
    }

    // Exclusive mode stops programs that know no locks. Not on a pseudo-terminal: its maker holds it open,
    // so there the mode would outlive a reader that was killed.
    private static void KeepOthersOut(int file, string path)
    {
        var real = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        if (!real.StartsWith("/dev/pts/", StringComparison.Ordinal))
        {
            _ = Libc.Control(file, Libc.Exclusive, 0);
        }
    }
}
