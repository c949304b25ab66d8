using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PairingLab.Commander.Tests.Api;

/// <summary>PKCS#10 requests, good ones and odd ones.</summary>
internal static class Requests
{
    public static byte[] Of(ECDsa key) => new CertificateRequest("CN=pos", key, HashAlgorithmName.SHA256).CreateSigningRequest();

    public static byte[] New()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Of(key);
    }

    public static byte[] Short()
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName("nistP192"));
        return Of(key);
    }

    public static byte[] Rsa(RSASignaturePadding padding)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=pos", key, HashAlgorithmName.SHA256, padding).CreateSigningRequest();
    }

    public static byte[] WithWrongSignature()
    {
        var request = New();
        request[^1] ^= 1;
        return request;
    }

    public static X509Certificate2 Join(byte[] certificate, ECDsa key)
    {
        using var bare = X509CertificateLoader.LoadCertificate(certificate);
        using var whole = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }
}
