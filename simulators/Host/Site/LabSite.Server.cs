using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Host.Pages;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Site;

/// <summary>The web server of a site: its pages, and everything under /lab.</summary>
public sealed partial class LabSite
{
    private async Task ServeAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseBoundedKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Parse(options.Address), options.Port, on =>
            {
                on.Protocols = HttpProtocols.Http1;
                Tls.Offer(on);
            });
        }).UseKestrelHttpsConfiguration();
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging();
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.Services.Configure<JsonOptions>(json => json.SerializerOptions.TypeInfoResolver = LabJson.Options.TypeInfoResolver);
        app = builder.Build();
        app.UseAudit(Audit, Clock);
        app.UseWebErrors(LabPipeline.ErrorForm);
        app.UseClockErrors();
        if (options.Token is null)
        {
            app.UseHostGuard();
        }

        app.UseOriginGuard();
        app.UseToken(options.Token, Known.Style.Address);
        app.UseNotice(options.Use);
        app.UseRouting();
        app.MapLab(this);
        app.MapPages(this);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException e)
        {
            throw new SiteException($"port {options.Port} is in use; stop the other program, or choose another port with --port", e);
        }
        catch (SocketException e)
        {
            throw new SiteException(
                $"{options.Address} port {options.Port} can't be listened on ({e.Message}); "
                + "use an address of this machine, and a port above 1023",
                e);
        }

        var listens = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = $"http{listens[listens.IndexOf("://", StringComparison.Ordinal)..]}";
        StandIns?.Start();
    }
}
