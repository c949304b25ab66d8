namespace PairingLab.Host.Site;

/// <summary>
/// A temporary folder of one site of this user, which nobody else can enter. It is gone with the site; what a killed lab has left is
/// cleared away by the next one.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private const string LockName = "lock";
    private const int Tries = 3;

    private static readonly Lazy<bool> Cleared = new(ClearAway);

    private readonly FileStream held;

    public RunFolder()
    {
        _ = Cleared.Value;
        for (var tries = 1; ; tries++)
        {
            Path = Directory.CreateTempSubdirectory(Prefix).FullName;
            try
            {
                // Held until the process ends, however it ends: that is how others know that it is in use.
                held = new(System.IO.Path.Combine(Path, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
                return;
            }
            catch (IOException) when (tries < Tries)
            {
                // A lab that clears away took it for abandoned at this very moment: another one, then.
            }
        }
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    private static string Prefix => $"pairinglab-{Environment.UserName}-";

    /// <summary>Deletes the folders of labs that were killed.</summary>
    internal static bool ClearAway()
    {
        foreach (var folder in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), $"{Prefix}*"))
        {
            try
            {
                using (new FileStream(System.IO.Path.Combine(folder, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                    // Nobody holds it.
                }

                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // In use, another user's, or cleared away by another lab just now.
            }
        }

        return true;
    }

    public void Dispose()
    {
        held.Dispose();
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
