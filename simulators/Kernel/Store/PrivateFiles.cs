namespace PairingLab.Kernel.Store;

/// <summary>
/// Folders and files that other users of the machine can't read: what a lab keeps has keys and secrets in it. On Windows a folder is as
/// private as the one that it is in.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode OfFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolders = OfFiles | UnixFileMode.UserExecute;

    /// <summary>
    /// Makes a folder that only this user can enter. One that is there is closed to others when nothing but databases is in it: somebody
    /// may have named a folder that is there for others too.
    /// </summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, OfFolders);
        }
        else if (Directory.EnumerateFileSystemEntries(folder).All(IsDatabase))
        {
            Close(new DirectoryInfo(folder), OfFolders);
        }
    }

    /// <summary>
    /// Makes an empty database that only this user can read, or closes the one that is there to others. SQLite gives the files that it
    /// puts beside a database the same rights.
    /// </summary>
    public static void MakeDatabase(string file)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // Not opened when it is there: to close a file ends the locks that this process has on it.
        foreach (var kept in new[] { file, $"{file}-wal", $"{file}-shm" }.Where(File.Exists))
        {
            Close(new FileInfo(kept), OfFiles);
        }

        if (!File.Exists(file))
        {
            Create(file);
        }
    }

    private static bool IsDatabase(string path) => Path.GetFileName(path).Contains(".db", StringComparison.Ordinal);

    private static void Create(string file)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            new FileStream(file, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = OfFiles,
            }).Dispose();
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another lab was faster; the store says so.
        }
    }

    /// <summary>A link is left alone: what it leads to may not be ours.</summary>
    private static void Close(FileSystemInfo entry, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows() || entry.LinkTarget is not null)
        {
            return;
        }

        try
        {
            entry.UnixFileMode = mode;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or a disk that knows no rights.
        }
    }
}
