using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PairingLab.Features.TerminalTrust;

/// <summary>Certificates of those who are not devices of the bench: a terminal played over the wire, a man in the middle.</summary>
internal static class TestCertificate
{
    /// <summary>A new self-signed one; any system takes it as client certificate.</summary>
    public static X509Certificate2 New(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var from = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var made = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(from, from.AddYears(40));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>
    /// Its pairing code as docs/protocols/terminal-trust.md has it: SHA-256 of the DER, upper-case hex in groups of four.
    /// </summary>
    public static string CodeOf(X509Certificate2 certificate) =>
        string.Join('-', Convert.ToHexString(SHA256.HashData(certificate.RawData)).Chunk(4).Select(c => new string(c)));

    /// <summary>A client that shows a certificate; any server that answers passes for gate or master.</summary>
    public static HttpClient Client(X509Certificate2 certificate)
    {
        var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.ClientCertificates = [certificate];
#pragma warning disable MA0039 // A played terminal wants to see what the server does, not whether it is the right one.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore MA0039
        return new(handler) { Timeout = TimeSpan.FromSeconds(20) };
    }
}
