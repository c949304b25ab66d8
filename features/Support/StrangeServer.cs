using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace PairingLab.Features.Support;

/// <summary>Somebody on the path who answers in place of the server that is meant, over real TCP and TLS.</summary>
public sealed class StrangeServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private StrangeServer(WebApplication app) => this.app = app;

    /// <summary>Where he listens, "host:port".</summary>
    public string Place =>
        new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Authority;

    /// <summary>Starts one.</summary>
    /// <param name="certificate">What he shows; null when he speaks no TLS.</param>
    /// <param name="answer">What he does with a request.</param>
    /// <param name="asks">Whether he wants to see the device's certificate.</param>
    public static async Task<StrangeServer> StartAsync(
        X509Certificate2? certificate, RequestDelegate answer, ClientCertificateMode asks = ClientCertificateMode.RequireCertificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, on =>
        {
            on.Protocols = HttpProtocols.Http1;
            if (certificate is not null)
            {
                var https = new HttpsConnectionAdapterOptions
                {
                    ServerCertificate = certificate,
                    ClientCertificateMode = asks,
                };
                https.AllowAnyClientCertificate();
                on.UseHttps(https);
            }
        }));
        var strange = builder.Build();
        strange.Run(answer);
        await strange.StartAsync();
        return new(strange);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
