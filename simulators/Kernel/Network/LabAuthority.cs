using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairingLab.Kernel.Store;

namespace PairingLab.Kernel.Network;

/// <summary>
/// The lab's own certificate authority: made at first use and kept in the store, so that clients which trust it still do after a
/// restart. It has real time, since the clients' own clocks judge what it issues.
/// </summary>
public sealed class LabAuthority : IDisposable
{
    /// <summary>Where the store has it.</summary>
    public const string Key = "lab/ca";

    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromDays(1);
    private static readonly TimeSpan Life = TimeSpan.FromDays(10 * 365);

    /// <summary>No client takes a server's certificate that lives longer than 398 days (CA/Browser Forum, until 2026; Apple).</summary>
    private static readonly TimeSpan LifeOfServers = TimeSpan.FromDays(397);

    private readonly X509Certificate2 authority;

    private LabAuthority(X509Certificate2 authority) => this.authority = authority;

    /// <summary>Its certificate, as clients install it.</summary>
    public string Pem => authority.ExportCertificatePem();

    /// <summary>The authority that a store keeps; a new one in a store that has none.</summary>
    public static LabAuthority Of(ILabStore store)
    {
        if (store.Read(Key) is { } pem)
        {
            return new(X509Certificate2.CreateFromPem(pem, pem));
        }

        var made = Make();
        store.Save((Key, $"{made.ExportCertificatePem()}\n{made.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n"));
        return new(made);
    }

    /// <summary>A certificate for a server that clients reach by that host name or address.</summary>
    public X509Certificate2 Issue(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=PairingLab", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1", "serverAuth")], critical: false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
                authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var now = TimeProvider.System.GetUtcNow();
        var (end, last) = (now + LifeOfServers, new DateTimeOffset(authority.NotAfter));
        using var issued = request.Create(
            authority, now - ClocksDiffer, end < last ? end : last, RandomNumberGenerator.GetBytes(16));
        return TlsKey.Usable(issued.CopyWithPrivateKey(key));
    }

    /// <summary>How a device speaks TLS that trusts this authority and no other.</summary>
    public SslClientAuthenticationOptions Trust() => new()
    {
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        CertificateChainPolicy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        },
    };

    /// <inheritdoc />
    public void Dispose() => authority.Dispose();

    private static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var number = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        var request = new CertificateRequest($"CN=PairingLab CA {number}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now - ClocksDiffer, now + Life);
    }
}
