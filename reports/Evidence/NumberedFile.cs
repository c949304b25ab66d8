namespace PairingLab.Reports.Evidence;

/// <summary>
/// Gives files of one folder numbers of their own although several processes write. The number is claimed by creating its
/// temporary file, which only one can; whoever holds it then looks whether the number was used and finished before.
/// </summary>
internal static class NumberedFile
{
    // Asked of the error and not of the disk: the file that was in the way may be gone by then.
    private const int UnixFileExists = 17;
    private const int WindowsFileExists = unchecked((int)0x80070050);

    public static string WriteNext(string folder, string slug, byte[] content)
    {
        for (var number = Count(folder) + 1; ; number++)
        {
            var claim = Path.Combine(folder, $"{number:0000}.writing");
            if (!TryCreate(claim, content, isFree: () => IsFree(folder, number)))
            {
                continue;
            }

            var stem = $"{number:0000}-{slug}";
            File.Move(claim, Path.Combine(folder, $"{stem}.json"));
            return stem;
        }
    }

    public static string WriteNew(string folder, string name, byte[] content)
    {
        for (var number = 1; ; number++)
        {
            var candidate = number == 1
                ? name
                : $"{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}";
            if (TryCreate(Path.Combine(folder, candidate), content, isFree: () => true))
            {
                return candidate;
            }
        }
    }

    private static int Count(string folder) => Directory.EnumerateFiles(folder, "*.json").Count();

    private static bool IsFree(string folder, int number) =>
        !Directory.EnumerateFiles(folder, $"{number:0000}-*.json").Any();

    private static bool TryCreate(string path, byte[] content, Func<bool> isFree)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        }
        catch (IOException e) when (e.HResult is UnixFileExists or WindowsFileExists)
        {
            return false;
        }

        using (stream)
        {
            if (isFree())
            {
                stream.Write(content);
                return true;
            }
        }

        File.Delete(path);
        return false;
    }
}
