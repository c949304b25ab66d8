using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace PairingLab.Host.Packs;

/// <summary>
/// A result to hand in: a zip with all its files, a manifest of their SHA-256 sums, and a CMS signature of the manifest. Its recipient
/// can tell offline who made it, and whether a byte was changed.
/// </summary>
internal static class Pack
{
    /// <summary>Packs a folder.</summary>
    /// <param name="folder">What is packed; a pack in it is left out.</param>
    /// <param name="pack">The zip to write.</param>
    /// <param name="what">What it is, in a line.</param>
    /// <param name="signer">Who signs.</param>
    /// <param name="time">Now.</param>
    public static void Write(string folder, string pack, string what, X509Certificate2 signer, TimeProvider time)
    {
        var itself = Path.GetFullPath(pack);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => !Path.GetFullPath(f).StartsWith(itself, StringComparison.Ordinal))
            .ToDictionary(f => PackFiles.NameIn(folder, f), File.ReadAllBytes, StringComparer.Ordinal);
        var sums = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, bytes) in files)
        {
            sums[name] = Sum(bytes);
        }

        var made = time.GetUtcNow();
        var manifest = new PackManifest(what, made, $"PairingLab {typeof(Pack).Assembly.GetName().Version!.ToString(3)}", sums).ToBytes();
        files[PackManifest.FileName] = manifest;
        files[PackManifest.SignatureName] = Signature(manifest, signer);
        PackFiles.Write(pack, files, made);
    }

    /// <summary>Reads a pack and looks at every byte.</summary>
    /// <exception cref="InvalidDataException">It is not a pack.</exception>
    public static PackState Verify(string pack)
    {
        var files = PackFiles.Read(pack);
        if (!files.TryGetValue(PackManifest.FileName, out var bytes) || !files.TryGetValue(PackManifest.SignatureName, out var signature))
        {
            throw new InvalidDataException($"{pack}: it is not a pack: {PackManifest.FileName} or {PackManifest.SignatureName} is missing");
        }

        var (signer, forged) = Signer(bytes, signature);
        try
        {
            var manifest = PackManifest.Read(bytes);
            return new(manifest, signer, forged is null ? Changes(manifest, files) : [forged, .. Changes(manifest, files)]);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{pack}: its {PackManifest.FileName} is none ({e.Message})", e);
        }
    }

    private static byte[] Signature(byte[] manifest, X509Certificate2 signer)
    {
        var cms = new SignedCms(new ContentInfo(manifest), detached: true);
        var by = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer)
        {
            DigestAlgorithm = new("2.16.840.1.101.3.4.2.1"), // SHA-256
            IncludeOption = X509IncludeOption.WholeChain,
        };
        by.SignedAttributes.Add(new Pkcs9SigningTime());
        cms.ComputeSignature(by);
        return cms.Encode();
    }

    /// <summary>Whose signature it is; and why it is not one of this manifest, null when it is.</summary>
    private static (X509Certificate2? By, string? WhyNot) Signer(byte[] manifest, byte[] signature)
    {
        var cms = new SignedCms(new ContentInfo(manifest), detached: true);
        try
        {
            cms.Decode(signature);
            cms.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException e)
        {
            return (null, $"the signature does not belong to {PackManifest.FileName} ({e.Message.TrimEnd('.')})");
        }

        return cms.SignerInfos is [{ Certificate: { } by }] ? (by, null) : (null, "the signature names no signer, or several");
    }

    private static IEnumerable<string> Changes(PackManifest manifest, IReadOnlyDictionary<string, byte[]> files)
    {
        foreach (var (name, sum) in manifest.Files)
        {
            if (!files.TryGetValue(name, out var bytes))
            {
                yield return $"{name} is missing";
            }
            else if (!string.Equals(Sum(bytes), sum, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{name} was changed";
            }
        }

        string[] own = [PackManifest.FileName, PackManifest.SignatureName];
        foreach (var name in files.Keys.Except(manifest.Files.Keys, StringComparer.Ordinal).Except(own, StringComparer.Ordinal))
        {
            yield return $"{name} was added";
        }
    }

    private static string Sum(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>What a look at a pack came to.</summary>
/// <param name="Manifest">What it says of itself.</param>
/// <param name="Signer">Who signed it; null when the signature is not good.</param>
/// <param name="Changes">What is not as it was signed, in words.</param>
internal sealed record PackState(PackManifest Manifest, X509Certificate2? Signer, IEnumerable<string> Changes);
