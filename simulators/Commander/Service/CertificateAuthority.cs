using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairingLab.Kernel.Network;

namespace PairingLab.Commander.Service;

/// <summary>
/// A Commander's own certificate authority (ECDSA P-256). A replaced or re-loaded Commander has a new one, so that
/// nothing issued before is trusted.
/// </summary>
public sealed class CertificateAuthority : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365 * 40);
    private static readonly TimeSpan ServerLifetime = TimeSpan.FromDays(365 * 39);

    private CertificateAuthority(X509Certificate2 certificate) => Certificate = certificate;

    /// <summary>The authority's certificate with its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Makes a new authority.</summary>
    public static CertificateAuthority Create(string commander, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={commander} Site Trust, O=PairingLab", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return new(request.CreateSelfSigned(now.AddDays(-1), now + Lifetime));
    }

    /// <summary>Reads an authority that <see cref="ToPem"/> wrote.</summary>
    public static CertificateAuthority FromPem(string pem) => new(X509Certificate2.CreateFromPem(pem, pem));

    /// <summary>The authority with its key, for the Commander's own disk only.</summary>
    public string ToPem()
    {
        using var key = Certificate.GetECDsaPrivateKey()!;
        return $"{Certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    /// <summary>The certificate with which the Commander itself serves.</summary>
    public X509Certificate2 IssueServer(string commander, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName(commander);
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        var request = new CertificateRequest($"CN={commander}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var bare = Sign(request, now.AddDays(-1), now + ServerLifetime);
        return TlsKey.Usable(bare.CopyWithPrivateKey(key));
    }

    /// <summary>A workstation's client certificate for its PKCS#10 request; we choose the subject, not the request.</summary>
    /// <exception cref="CryptographicException">It is no valid PKCS#10 request for an elliptic curve key, P-256 or better.</exception>
    public X509Certificate2 IssueClient(byte[] pkcs10, string workstation, DateTimeOffset now, DateTimeOffset notAfter)
    {
        var asked = Read(pkcs10);
        var request = new CertificateRequest(SubjectOf(workstation), asked.PublicKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2")], true));
        return Sign(request, now.AddMinutes(-5), notAfter);
    }

    /// <summary>Whether this authority issued a certificate, and it is valid at that time.</summary>
    public bool Vouches(X509Certificate2 certificate, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        return chain.Build(certificate);
    }

    /// <inheritdoc />
    public void Dispose() => Certificate.Dispose();

    /// <summary>The workstation named in a certificate.</summary>
    public static string WorkstationOf(X509Certificate2 certificate) => certificate.GetNameInfo(X509NameType.SimpleName, false);

    /// <summary>How a certificate is known in the list of paired workstations: SHA-256, hex.</summary>
    public static string ThumbprintOf(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    private static CertificateRequest Read(byte[] pkcs10)
    {
        try
        {
            var asked = CertificateRequest.LoadSigningRequest(pkcs10, HashAlgorithmName.SHA256);
            using var key = asked.PublicKey.GetECDsaPublicKey();
            return key is not null && TlsPolicy.IsLongEnough(asked.PublicKey)
                ? asked
                : throw new CryptographicException("the request is not for an elliptic curve key of 256 bits at least");
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            throw new CryptographicException("the request is of a kind that this authority does not sign", e);
        }
    }

    private static X500DistinguishedName SubjectOf(string workstation)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(workstation);
        return name.Build();
    }

    private X509Certificate2 Sign(CertificateRequest request, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        Span<byte> serial = stackalloc byte[16];
        RandomNumberGenerator.Fill(serial);
        serial[0] &= 0x7F;
        return request.Create(Certificate, notBefore, notAfter, serial);
    }
}
