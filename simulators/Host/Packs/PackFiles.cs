using System.IO.Compression;

namespace PairingLab.Host.Packs;

/// <summary>The files of a pack, by their path in it: a zip, or a folder into which one was unpacked.</summary>
internal static class PackFiles
{
    /// <summary>Reads all of them; a name that is there twice is an error, since two programs would read two different files.</summary>
    /// <exception cref="InvalidDataException">It is neither, or no file of it can be trusted to be the only one.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(string path)
    {
        if (Directory.Exists(path))
        {
            return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).ToDictionary(
                f => NameIn(path, f), File.ReadAllBytes, StringComparer.Ordinal);
        }

        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        try
        {
            using var zip = ZipFile.OpenRead(path);
            foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
            {
                using var content = new MemoryStream();
                using var stream = entry.Open();
                stream.CopyTo(content);
                if (!files.TryAdd(entry.FullName, content.ToArray()))
                {
                    throw new InvalidDataException($"{path}: it holds two files {entry.FullName}");
                }
            }
        }
        catch (InvalidDataException e) when (e.Message.Contains("Central Directory", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path}: it is not a pack: neither a zip nor a folder", e);
        }

        return files;
    }

    /// <summary>Writes a zip; the same files give the same bytes.</summary>
    public static void Write(string path, IEnumerable<KeyValuePair<string, byte[]>> files, DateTimeOffset made)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var unfinished = $"{path}.part";
        using (var zip = new ZipArchive(File.Create(unfinished), ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = made;
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>A file's path in the pack of a folder.</summary>
    public static string NameIn(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');
}
