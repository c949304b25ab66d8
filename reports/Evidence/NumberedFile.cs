using System.Text;

namespace PairingLab.Reports.Evidence;

/// <summary>
/// Numbers the files of one folder although several processes write into it. A process claims a number by creating its
/// temporary file, which only one can; it then checks that no finished file has the number already.
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

/// <summary>Writes files so that a reader finds the old content or the new one, never half of it.</summary>
internal static class WholeFile
{
    public static void Write(string path, byte[] content) => Write(path, stream => stream.Write(content));

    public static void Write(string path, Action<Stream> write)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.writing";
        using (var stream = File.Create(temporary))
        {
            write(stream);
        }

        File.Move(temporary, path, overwrite: true);
    }
}

/// <summary>Makes a file name that every file system takes out of a scenario's name.</summary>
internal static class Slug
{
    private const int Longest = 60;

    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length == Longest)
            {
                break;
            }
        }

        var trimmed = slug.ToString().Trim('-');
        return trimmed.Length == 0 ? "scenario" : trimmed;
    }
}
