using System.CommandLine;
using System.Security.Cryptography;
using PairingLab.Host.Commands;

namespace PairingLab.Host.Packs;

/// <summary>The options of commands that write a pack.</summary>
internal static class PackOptions
{
    /// <summary>Where the pack goes.</summary>
    public static Option<string?> Pack() => new("--pack")
    {
        Description = "Also writes everything as one signed zip, with the report as PDF",
        HelpName = "FILE.zip",
    };

    /// <summary>What it is signed with.</summary>
    public static Option<string?> Certificate() => new("--certificate")
    {
        Description = "What the pack is signed with, a PKCS#12 file; without it, the lab's own certificate, made at the first use",
        HelpName = "FILE.p12",
    };

    /// <summary>Writes a pack and says so.</summary>
    public static void Write(
        string folder, string zip, string what, string? certificate, Repository repository, LabConsole console)
    {
        using var signer = LabCertificate.Get(certificate, repository.Memory, TimeProvider.System);
        Packs.Pack.Write(folder, zip, what, signer, TimeProvider.System);
        console.Say($"pack    {Path.GetFullPath(zip)}, signed by certificate {signer.GetCertHashString(HashAlgorithmName.SHA256)}");
    }
}
