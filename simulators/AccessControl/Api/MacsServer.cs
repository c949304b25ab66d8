using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.AccessControl.Admin;
using PairingLab.AccessControl.Api.Tokens;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Api;

/// <summary>The port of MACS.</summary>
public sealed class MacsServer : IAsyncDisposable
{
    private readonly ApiServer server;
    private readonly TokenRules rules;

    /// <summary>A server on its services; port 0 lets the system choose.</summary>
    public MacsServer(MacsServices macs, IMacsDatabase database, LabClock clock, AccessControlSettings settings, string adminToken, int port = 0)
    {
        rules = new(settings);
        var panel = new AdminPanel(macs, database, clock, settings);
        var gate = new PosGate(database, rules, clock);
        server = new(
            app =>
            {
                app.Use(NameTrouble);
                app.Use((http, next) => gate.PassAsync(http, next));
                app.UseRouting();
                app.MapOpenApi("/openapi.json");
                app.MapPos(macs, clock);
                app.MapLabAdmin(macs, new(database, clock), adminToken);
                panel.Map(app);
            },
            port,
            s => s.AddOpenApi()
                .ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)))
                .Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true));
    }

    /// <summary>The base of the API.</summary>
    public string Address => server.Address;

    /// <summary>Starts to listen.</summary>
    public Task StartAsync(CancellationToken cancel = default) => server.StartAsync(cancel);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        rules.Dispose();
    }

    /// <summary>Devices get a bad request in the shape of their API; the lab's own endpoints have the lab's.</summary>
    private static async Task NameTrouble(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException e) when (http.Request.Path.StartsWithSegments("/pos", StringComparison.OrdinalIgnoreCase) && !http.Response.HasStarted)
        {
            await PosAnswer.Error(e.StatusCode, "BAD_REQUEST", e.Message).ExecuteAsync(http);
        }
        catch (StoreException e) when (http.Request.Path.StartsWithSegments("/pos", StringComparison.OrdinalIgnoreCase) && !http.Response.HasStarted)
        {
            // What is wrong with the disk or the database is for the lab's people to read, not for those at a terminal.
            await FailAsync(http, StatusCodes.Status503ServiceUnavailable, e.Message);
        }
        catch (Exception e) when (e is not (BadHttpRequestException or StoreException or OperationCanceledException))
        {
            // A bug of ours: a terminal is told so, and here it is said where.
            await FailAsync(http, StatusCodes.Status500InternalServerError, $"{e}");
        }
    }

    private static async Task FailAsync(HttpContext http, int status, string why)
    {
        await Console.Error.WriteLineAsync($"MACS: {http.Request.Method} {http.Request.Path}: {why}");
        await PosAnswer.Error(status, "INTERNAL_ERROR", "MACS could not do this.").ExecuteAsync(http);
    }
}
