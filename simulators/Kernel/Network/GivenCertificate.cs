using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PairingLab.Kernel.Network;

/// <summary>The certificate that the owner of a lab has given it, with its private key and what leads from it to its authority.</summary>
public sealed class GivenCertificate : IDisposable
{
    private readonly X509Certificate2 certificate;

    private GivenCertificate(X509Certificate2 certificate, X509Certificate2Collection file)
    {
        this.certificate = certificate;
        Shown = SslStreamCertificateContext.Create(certificate, file, offline: true);
    }

    /// <summary>What a server shows.</summary>
    public SslStreamCertificateContext Shown { get; }

    /// <summary>Reads a PEM file: the server's certificate first, any others of its chain, and the private key.</summary>
    /// <exception cref="FormatException">What is wrong with it.</exception>
    public static GivenCertificate Read(string path)
    {
        try
        {
            var pem = File.ReadAllText(path);
            var file = new X509Certificate2Collection();
            file.ImportFromPem(pem);
            using var read = X509Certificate2.CreateFromPem(pem, pem);
            var whole = TlsKey.Usable(new(read));
            return TlsPolicy.IsLongEnough(whole.PublicKey)
                ? new(whole, file)
                : throw new FormatException($"its key must be {TlsPolicy.Keys}");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FormatException(
                "it must be a PEM file that can be read, with the server's certificate, those that lead to its authority, and its "
                + $"private key without a password ({e.Message})",
                e);
        }
    }

    /// <summary>Whether clients that use this host name or address can check it.</summary>
    public bool Names(string host) => certificate.MatchesHostname(host, allowWildcards: true, allowCommonName: false);

    /// <inheritdoc />
    public void Dispose() => certificate.Dispose();
}
