using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairingLab.Kernel.Network;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>What a paired workstation holds: its certificate with the key, and the authority that it trusts.</summary>
public sealed class WorkstationCredentials(X509Certificate2 certificate, X509Certificate2 authority)
{
    /// <summary>The workstation's certificate with its private key.</summary>
    public X509Certificate2 Certificate => certificate;

    /// <summary>The one authority whose Commander it talks to.</summary>
    public X509Certificate2 Authority => authority;

    /// <summary>When the certificate expires.</summary>
    public DateTimeOffset TrustedUntil => new(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero);

    /// <summary>Joins an issued certificate with the key that was made for it.</summary>
    public static WorkstationCredentials From(byte[] certificate, ECDsa key, X509Certificate2 authority)
    {
        using var bare = X509CertificateLoader.LoadCertificate(certificate);
        return new(TlsKey.Usable(bare.CopyWithPrivateKey(key)), authority);
    }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static WorkstationCredentials FromText(string text)
    {
        var parts = text.Split("\n\n");
        return new(TlsKey.Usable(X509Certificate2.CreateFromPem(parts[0], parts[1])), X509Certificate2.CreateFromPem(parts[2]));
    }

    /// <summary>Certificate, key and authority as PEM, for the workstation's disk only.</summary>
    public string ToText()
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        return $"{certificate.ExportCertificatePem()}\n\n{key.ExportPkcs8PrivateKeyPem()}\n\n{authority.ExportCertificatePem()}";
    }

    /// <summary>Whether a server is the Commander that this workstation is paired with.</summary>
    public bool IsOurCommander(X509Certificate? server, DateTimeOffset now)
    {
        if (server is null)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        using var presented = X509CertificateLoader.LoadCertificate(server.GetRawCertData());
        return chain.Build(presented);
    }
}
