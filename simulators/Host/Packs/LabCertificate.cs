using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairingLab.Host.Commands;

namespace PairingLab.Host.Packs;

/// <summary>The certificate that this lab signs packs with: given as a file, or made at the first use and kept.</summary>
internal static class LabCertificate
{
    /// <summary>The environment variable with the password of a given file.</summary>
    public const string PasswordVariable = "PAIRINGLAB_CERTIFICATE_PASSWORD";

    private const int Years = 10;

    /// <summary>The one in a file (PKCS#12, with its private key), or the lab's own.</summary>
    /// <param name="given">The file; null for the lab's own.</param>
    /// <param name="memory">What the lab remembers between runs.</param>
    /// <param name="time">Now.</param>
    public static X509Certificate2 Get(string? given, string memory, TimeProvider time)
    {
        if (given is not null)
        {
            return Load(given, Environment.GetEnvironmentVariable(PasswordVariable));
        }

        var own = Path.Combine(memory, "signing.p12");
        return File.Exists(own) ? Load(own, null) : Make(own, time);
    }

    private static X509Certificate2 Load(string file, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            return certificate.HasPrivateKey
                ? certificate
                : throw new CommandException($"{file} holds no private key; give a PKCS#12 file that does");
        }
        catch (CryptographicException e)
        {
            throw new CommandException(
                $"{file} cannot be read as a PKCS#12 file ({e.Message.TrimEnd('.')}); its password belongs into {PasswordVariable}");
        }
    }

    private static X509Certificate2 Make(string file, TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=PairingLab on {Environment.MachineName}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        var now = time.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddMinutes(-5), now.AddYears(Years));
        var bytes = made.Export(X509ContentType.Pkcs12);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        Write(file, bytes);
        return X509CertificateLoader.LoadPkcs12(bytes, null);
    }

    private static void Write(string file, byte[] bytes)
    {
        // The key is nobody else's.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        stream.Write(bytes);
    }
}
