using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace PairingLab.Kernel.Network;

/// <summary>What every TLS port of the lab takes: TLS 1.2 and up, suites without CBC, and keys that are long enough.</summary>
public static class TlsPolicy
{
    /// <summary>The keys that are long enough, for a person.</summary>
    public static readonly string Keys = $"ECDSA of {ShortestEcdsa} bits or RSA of {ShortestRsa} bits at least";

    private const int ShortestRsa = 2048;
    private const int ShortestEcdsa = 256;

    /// <summary>Old versions are not spoken.</summary>
    public static SslProtocols Versions => SslProtocols.Tls12 | SslProtocols.Tls13;

    /// <summary>Windows and macOS choose by the settings of the system, and can't be told here: null.</summary>
    public static CipherSuitesPolicy? Suites() => OperatingSystem.IsLinux()
        ? new(
        [
            TlsCipherSuite.TLS_AES_256_GCM_SHA384,
            TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256,
            TlsCipherSuite.TLS_AES_128_GCM_SHA256,
            TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
            TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
            TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
            TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        ])
        : null;

    /// <summary>Whether the key of a certificate or of a request for one is long enough.</summary>
    public static bool IsLongEnough(PublicKey key)
    {
        using var rsa = key.GetRSAPublicKey();
        using var ecdsa = key.GetECDsaPublicKey();
        return rsa?.KeySize >= ShortestRsa || ecdsa?.KeySize >= ShortestEcdsa;
    }

    /// <summary>Lets a server speak TLS with clients that show a certificate; the handshake fails with a key that is too short.</summary>
    /// <param name="listen">The port.</param>
    /// <param name="shown">The server's certificate.</param>
    /// <param name="mode">Whether clients must show one.</param>
    /// <param name="accepts">Whether the server takes a client's certificate.</param>
    public static void UseClientCertificates(
        this ListenOptions listen, X509Certificate2 shown, ClientCertificateMode mode, Func<X509Certificate2, bool> accepts) =>
        listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = shown,
            ClientCertificateMode = mode,
            ClientCertificateValidation = (certificate, _, _) => IsLongEnough(certificate.PublicKey) && accepts(certificate),
            SslProtocols = Versions,
            OnAuthenticate = (_, tls) =>
            {
                tls.CipherSuitesPolicy = Suites();
                tls.AllowTlsResume = false;
            },
        });
}
