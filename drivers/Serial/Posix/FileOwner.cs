namespace PairingLab.Drivers.Serial;

/// <summary>Who owns a device file.</summary>
internal static class FileOwner
{
    private const int GroupIdOffset = 24; // stx_gid; struct statx is the same on every architecture
    private const int CurrentFolder = -100; // AT_FDCWD
    private const uint WantGroup = 0x10; // STATX_GID

    /// <summary>The name of the group that owns the file, its number when it has no name, null when it cannot be told.</summary>
    public static string? GroupOf(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var stat = new byte[256];
        return Libc.Statx(CurrentFolder, path, 0, WantGroup, stat) == 0
            ? NameOf(BitConverter.ToUInt32(stat, GroupIdOffset))
            : null;
    }

    private static string NameOf(uint id)
    {
        var number = id.ToString();
        return File.Exists("/etc/group")
            ? File.ReadLines("/etc/group").Select(l => l.Split(':')).FirstOrDefault(f => f.Length > 2 && f[2] == number)?[0] ?? number
            : number;
    }
}
