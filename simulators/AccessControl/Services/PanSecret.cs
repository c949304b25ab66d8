using System.Security.Cryptography;
using PairingLab.Kernel.Store;

namespace PairingLab.AccessControl.Services;

/// <summary>
/// Where the secret for the hashes of card numbers comes from: the bench file, the environment, or a file of its own in the data folder.
/// It does not stand in a database: with the secret beside the hashes, a thief could try all card numbers.
/// </summary>
internal static class PanSecret
{
    /// <summary>The environment variable: the secret is not on the disk at all then.</summary>
    public const string Variable = "PAIRINGLAB_PAN_SECRET";

    /// <summary>The file in the data folder.</summary>
    public const string FileName = "pan-secret.key";

    /// <summary>Where labs up to 1.0 kept it.</summary>
    public const string OldKey = "access-control/pan-secret";

    /// <summary>The secret; made at the first start.</summary>
    /// <param name="set">What the bench file says; "" for nothing.</param>
    /// <param name="store">The site's store.</param>
    /// <param name="folder">The data folder; null to keep all in memory.</param>
    public static string Of(string set, ILabStore store, string? folder)
    {
        if (set.Length > 0)
        {
            return set;
        }

        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return given;
        }

        var old = store.Read(OldKey);
        if (folder is null)
        {
            return old ?? Kept(store);
        }

        var file = Path.Combine(folder, FileName);
        var secret = PrivateFiles.Read(file) ?? old ?? New();
        PrivateFiles.Write(file, secret);
        if (old is not null)
        {
            store.Save((OldKey, null));
        }

        return secret;
    }

    private static string Kept(ILabStore store)
    {
        var made = New();
        store.Save((OldKey, made));
        return made;
    }

    private static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
