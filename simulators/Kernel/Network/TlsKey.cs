using System.Security.Cryptography.X509Certificates;

namespace PairingLab.Kernel.Network;

/// <summary>Certificates whose private keys TLS can use.</summary>
public static class TlsKey
{
    /// <summary>
    /// The certificate as TLS takes it. Windows' TLS takes no ephemeral keys; a round trip through PKCS#12 makes one that it
    /// takes. Elsewhere that would only cost milliseconds.
    /// </summary>
    public static X509Certificate2 Usable(X509Certificate2 whole) => OperatingSystem.IsWindows()
        ? X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable)
        : whole;
}
