namespace PairingLab.Drivers.Serial;

/// <summary>
/// Keeps two labs off one port. System.IO.Ports opens a port exclusively, but root opens it all the same; a locked file stops root
/// too, and the lock ends with its process, however that ends. Windows needs none.
/// </summary>
internal static class PortLock
{
    private const int HeldOnLinux = 11, HeldOnMac = 35; // EWOULDBLOCK

    /// <summary>Takes the lock, or throws that the port is busy; null where no lock is needed or none can be made.</summary>
    public static IDisposable? Take(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var file = Path.Combine(Path.GetTempPath(), $"pairinglab{DeviceOf(path).Replace('/', '-')}.lock");
        try
        {
            // Not deleted at the end: another lab may hold the very file that would be deleted.
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult is HeldOnLinux or HeldOnMac)
        {
            throw PortTrouble.Busy(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // another user's file, or no room for one
        }
    }

    /// <summary>The device behind a path: most are reached by links.</summary>
    public static string DeviceOf(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
}
