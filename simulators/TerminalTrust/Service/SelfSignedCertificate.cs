using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairingLab.Kernel.Network;

namespace PairingLab.TerminalTrust.Service;

/// <summary>Self-signed certificates (ECDSA P-256): no authority vouches for them, people compare their fingerprints.</summary>
public static class SelfSignedCertificate
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365 * 30);

    /// <summary>Creates a certificate with a new key.</summary>
    public static X509Certificate2 Create(string name, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest($"CN={name}, O=PairingLab", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(now.AddDays(-1), now + Lifetime);
        return FromPem(ToPem(made));
    }

    /// <summary>The certificate with its private key, for its owner's disk only.</summary>
    public static string ToPem(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    /// <summary>Reads what <see cref="ToPem"/> wrote.</summary>
    public static X509Certificate2 FromPem(string pem) => TlsKey.Usable(X509Certificate2.CreateFromPem(pem, pem));
}
