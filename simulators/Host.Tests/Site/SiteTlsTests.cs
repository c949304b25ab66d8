using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Site;

/// <summary>HTTPS of a site as clients meet it that know nothing of the lab but the certificate of its authority.</summary>
public sealed class SiteTlsTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("pairinglab-");

    public void Dispose() => data.Delete(recursive: true);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task What_serves_HTTP_serves_HTTPS_on_the_same_port_to_clients_that_trust_the_lab(string host)
    {
        await using var site = await LabSite.StartAsync(new());
        using var http = await TrustingAsync(site);
        using var directory = JsonDocument.Parse(
            await http.GetStringAsync(new Uri($"https://{host}:{new Uri(site.Address).Port}/lab/directory")));
        var systems = directory.RootElement.GetProperty("systems").EnumerateArray()
            .Where(s => s.GetProperty("api").GetString()!.StartsWith("http:", StringComparison.Ordinal)).ToList();
        systems.Select(s => s.GetProperty("name").GetString()).Distinct()
            .ShouldBe(["sci", "smartconnect", "access-control"], ignoreOrder: true);
        foreach (var system in systems)
        {
            var https = system.GetProperty("https").GetString()!;
            new Uri(https).Host.ShouldBe(host);
            (await http.GetStringAsync(new Uri($"{https}/openapi.json"))).ShouldContain("\"openapi\"");
            (await http.GetStringAsync(new Uri($"{system.GetProperty("api").GetString()}/openapi.json"))).ShouldContain("\"openapi\"");
        }
    }

    [Fact]
    public async Task The_admin_panel_over_TLS_signs_in_with_secure_cookies()
    {
        await using var site = await LabSite.StartAsync(new());
        using var http = await TrustingAsync(site);
        var panel = new Uri(site.Systems.SelectMany(s => s.Directory).Single(c => c.Name == "access-control").Pages!);
        using var page = await http.GetAsync(new UriBuilder(panel) { Scheme = "https" }.Uri);
        page.EnsureSuccessStatusCode();
        page.Headers.GetValues("Set-Cookie").ShouldAllBe(c => c.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Who_does_not_trust_the_lab_is_told_by_its_own_TLS()
    {
        await using var site = await LabSite.StartAsync(new());
        await using var other = await LabSite.StartAsync(new());
        using var http = await TrustingAsync(other);
        var address = new Uri(site.Address.Replace("http:", "https:", StringComparison.Ordinal));
        (await Should.ThrowAsync<HttpRequestException>(http.GetAsync(address)))
            .HttpRequestError.ShouldBe(HttpRequestError.SecureConnectionError);
    }

    [Fact]
    public async Task The_authority_is_kept_in_the_data_folder()
    {
        string before;
        await using (var site = await LabSite.StartAsync(new() { DataFolder = data.FullName }))
        {
            before = site.Tls.Authority.Pem;
        }

        await using var again = await LabSite.StartAsync(new() { DataFolder = data.FullName });
        again.Tls.Authority.Pem.ShouldBe(before);
        using var http = await TrustingAsync(again);
        (await http.GetStringAsync(new Uri($"https://127.0.0.1:{new Uri(again.Address).Port}/lab/ca.pem"))).ShouldBe(before);
    }

    [Fact]
    public async Task Clients_get_an_ECDSA_certificate_and_a_suite_without_CBC_and_no_old_TLS()
    {
        await using var site = await LabSite.StartAsync(new());
        var port = new Uri(site.Address).Port;
        foreach (var version in new[] { SslProtocols.Tls12, SslProtocols.Tls13 })
        {
            await using var tls = await HandshakeAsync(port, new() { TargetHost = "lab.example", EnabledSslProtocols = version });
            using var shown = new X509Certificate2(tls.RemoteCertificate!);
            shown.MatchesHostname("lab.example").ShouldBeTrue();
            shown.GetECDsaPublicKey()!.KeySize.ShouldBeGreaterThanOrEqualTo(256);
            tls.NegotiatedCipherSuite.ToString().ShouldNotContain("CBC");
        }

        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await Should.ThrowAsync<Exception>(HandshakeAsync(port, new()
        {
            TargetHost = "lab.example",
            EnabledSslProtocols = SslProtocols.Tls12,
            CipherSuitesPolicy = new(
                [TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA]),
        }));
    }

    [Fact]
    public async Task A_given_certificate_is_shown_for_its_name_and_devices_of_the_lab_reach_it_as_ever()
    {
        var file = Path.Combine(data.FullName, "lab.pem");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=given", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("lab.example");
        request.CertificateExtensions.Add(names.Build());
        using var given = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        await File.WriteAllTextAsync(file, $"{given.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}");
        await using var site = await LabSite.StartAsync(new() { Certificate = file });
        var port = new Uri(site.Address).Port;
        await using var byName = await HandshakeAsync(port, new() { TargetHost = "lab.example" });
        byName.RemoteCertificate!.GetCertHashString().ShouldBe(given.GetCertHashString());
        using var http = await TrustingAsync(site);
        (await http.GetStringAsync(new Uri($"https://127.0.0.1:{port}/lab/ca.pem"))).ShouldBe(site.Tls.Authority.Pem);
    }

    [Theory]
    [InlineData("nothing.pem", null)]
    [InlineData("empty.pem", "")]
    [InlineData("text.pem", "not a certificate")]
    public async Task A_given_certificate_that_can_not_be_used_is_named_with_what_would_be_right(string name, string? text)
    {
        var file = Path.Combine(data.FullName, name);
        if (text is not null)
        {
            await File.WriteAllTextAsync(file, text);
        }

        var e = await Should.ThrowAsync<SiteException>(LabSite.StartAsync(new() { Certificate = file }));
        e.Message.ShouldStartWith($"--certificate {file}: it must be a PEM file");
    }

    [Fact]
    public async Task Each_system_can_be_given_a_first_port_in_the_bench_file()
    {
        var first = Random.Shared.Next(20, 31) * 1000;
        await using var site = await LabSite.StartAsync(new()
        {
            Settings = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
            {
                ["smartconnect"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["port"] = $"{first}" },
            },
        });
        var smartconnect = site.Systems.SelectMany(s => s.Directory).Single(c => c.Name == "smartconnect");
        new Uri(smartconnect.Api!).Port.ShouldBeInRange(first, first + 50);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65000")]
    [InlineData("x")]
    public void A_first_port_that_is_none_is_refused(string text) =>
        PairingSystems.BuiltIn.WhyNot("sci", "port", text).ShouldBe($"'{text}' is not a first port, a number from 1 to 64535");

    private static async Task<SslStream> HandshakeAsync(int port, SslClientAuthenticationOptions options)
    {
        options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", port);
        var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
        try
        {
            await tls.AuthenticateAsClientAsync(options);
            return tls;
        }
        catch
        {
            await tls.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client that was given the lab's certificate, as a person downloads it.</summary>
    private static async Task<HttpClient> TrustingAsync(LabSite site)
    {
        using var plain = new HttpClient();
        var authority = X509Certificate2.CreateFromPem(await plain.GetStringAsync(new Uri($"{site.Address}/lab/ca.pem")));
        return new(new SocketsHttpHandler
        {
            SslOptions = new()
            {
                CertificateChainPolicy = new()
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        });
    }
}
