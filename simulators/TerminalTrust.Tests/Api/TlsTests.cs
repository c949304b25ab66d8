using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Tests.Api;

/// <summary>What gate and master take of a TLS client.</summary>
public sealed class TlsTests : IAsyncLifetime
{
    private RunningServer server = null!;

    public async ValueTask InitializeAsync() => server = await RunningServer.StartAsync();

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("P-256", true)]
    [InlineData("P-192", false)]
    [InlineData("RSA-2048", true)]
    [InlineData("RSA-1024", false)]
    public async Task A_terminals_key_is_P_256_or_better(string key, bool taken)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs openssl");
        using var terminal = new KeyInFile(key);
        (await terminal.SpeaksAsync(server.Gate)).ShouldBe(taken);
        (await terminal.SpeaksAsync(server.Master)).ShouldBe(taken);
    }

    [Theory]
    [InlineData(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, true)]
    [InlineData(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, false)]
    [InlineData(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, false)]
    public async Task A_client_that_has_CBC_suites_only_is_not_served(TlsCipherSuite suite, bool served)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a TLS client that is told its suites");
        using var certificate = SelfSignedCertificate.Create("BT1", server.Clock.GetUtcNow());
        (await SpeaksAsync(server.Gate, certificate, suite)).ShouldBe(served);
        (await SpeaksAsync(server.Master, certificate, suite)).ShouldBe(served);
    }

    /// <summary>Whether the server answers; the suites of TLS 1.3 are all without CBC.</summary>
    private static async Task<bool> SpeaksAsync(string server, X509Certificate2 certificate, TlsCipherSuite only)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, new Uri(server).Port);
        await using var tls = new SslStream(tcp.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
        try
        {
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = "localhost",
                EnabledSslProtocols = SslProtocols.Tls12,
                ClientCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true),
                CipherSuitesPolicy = OperatingSystem.IsLinux() ? new([only]) : null,
            });
            await tls.WriteAsync("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
            return await tls.ReadAsync(new byte[1]) > 0;
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            return false;
        }
    }

    /// <summary>A client that has lowered what it demands of itself, with its key in files: .NET would not even show such a key.</summary>
    private sealed class KeyInFile : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pairinglab-");

        public KeyInFile(string key)
        {
            using var pair = key.StartsWith("RSA", StringComparison.Ordinal)
                ? (AsymmetricAlgorithm)RSA.Create(int.Parse(key[4..], CultureInfo.InvariantCulture))
                : ECDsa.Create(ECCurve.CreateFromFriendlyName($"nistP{key[2..]}"));
            var request = pair is RSA rsa
                ? new CertificateRequest("CN=BT1", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                : new CertificateRequest("CN=BT1", (ECDsa)pair, HashAlgorithmName.SHA256);
            using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
            File.WriteAllText(Pem, $"{made.ExportCertificatePem()}\n{pair.ExportPkcs8PrivateKeyPem()}\n");
        }

        private string Pem => Path.Combine(folder.FullName, "terminal.pem");

        public async Task<bool> SpeaksAsync(string server)
        {
            using var openssl = Process.Start(new ProcessStartInfo(
                "openssl",
                [
                    "s_client", "-connect", new Uri(server).Authority, "-cert", Pem, "-key", Pem, "-tls1_2", "-quiet",
                    "-cipher", "DEFAULT:@SECLEVEL=0",
                ])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
            await openssl.StandardInput.WriteAsync("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            await openssl.StandardInput.FlushAsync();
            var errors = openssl.StandardError.ReadToEndAsync();
            var said = await openssl.StandardOutput.ReadToEndAsync();
            await openssl.WaitForExitAsync();
            (await errors).ShouldNotContain("too small", Case.Sensitive, "the client itself has refused");
            return said.StartsWith("HTTP/1.1 ", StringComparison.Ordinal);
        }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
