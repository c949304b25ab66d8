namespace PairingLab.Reports.Evidence;

/// <summary>Writes files so that a reader finds the old content or the new one, never half of it.</summary>
internal static class WholeFile
{
    public static void Write(string path, byte[] content)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.writing";
        File.WriteAllBytes(temporary, content);
        File.Move(temporary, path, overwrite: true);
    }
}
