using System.Text;

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
    /// Makes a folder that only this user can enter. One that is there is closed to others when nothing but files of a lab is in it:
    /// somebody may have named a folder that is there for others too.
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
        else if (Directory.EnumerateFileSystemEntries(folder).All(IsOurs))
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

    /// <summary>What a file holds that only this user reads, without spaces around it; null when there is none.</summary>
    /// <exception cref="StoreException">It can't be read.</exception>
    public static string? Read(string file)
    {
        try
        {
            return File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } text ? text : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{file}: {e.Message}; it needs to be readable for the user who starts the lab", e);
        }
    }

    /// <summary>
    /// Writes a file that only this user can read, so that a kill leaves the old one or the new one. One that holds this already is only
    /// closed to others.
    /// </summary>
    /// <exception cref="StoreException">It can't be written.</exception>
    public static void Write(string file, string text)
    {
        if (Read(file) == text)
        {
            Close(new FileInfo(file), OfFiles);
            return;
        }

        try
        {
            var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                how.UnixCreateMode = OfFiles;
            }

            var next = $"{file}.new";
            using (var stream = new FileStream(next, how))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(next, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{file}: {e.Message}; give the lab a folder that it can write, with --data", e);
        }
    }

    /// <summary>Writes to the end of a file that only this user can read.</summary>
    public static void Append(string file, string text)
    {
        var how = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = OfFiles;
        }

        using var stream = new FileStream(file, how);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static bool IsOurs(string path) =>
        Path.GetFileName(path) is var name
        && new[] { ".db", ".key", ".jsonl" }.Any(kind => name.Contains(kind, StringComparison.Ordinal));

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
