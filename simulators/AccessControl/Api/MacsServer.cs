using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.AccessControl.Admin;
using PairingLab.AccessControl.Api.Tokens;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.AccessControl.Api;

/// <summary>The HTTP server of MACS.</summary>
public sealed class MacsServer : IAsyncDisposable
{
    private const string About =
        "What terminals ask of the access control system, with a token that is signed with the key of their pairing (/pos), and the "
        + "lab's own way to administer it, with the adminToken of the lab's directory (/lab-admin).";

    private readonly ApiServer server;
    private readonly TokenRules rules;
    private readonly AdminPanel panel;

    /// <summary>A server for these services.</summary>
    public MacsServer(MacsServices macs, IMacsDatabase database, LabClock clock, AccessControlSettings settings, string adminToken,
        Listening? where = null)
    {
        rules = new(settings);
        panel = new AdminPanel(macs, database, clock, settings);
        var gate = new PosGate(database, rules, clock);
        server = new(
            app =>
            {
                app.Use(NameStoreTrouble);
                app.Use((http, next) => gate.PassAsync(http, next));
                app.UseRouting();
                app.MapOpenApi("/openapi.json");
                app.MapApiPage("MACS");
                app.MapPos(macs, clock);
                app.MapLabAdmin(macs, new(database, clock), new(database, clock), clock, adminToken);
                panel.Map(app);
            },
            0,
            s => s.AddApiDocument("MACS", About)
                .ConfigureHttpJsonOptions(json =>
                    json.SerializerOptions.Converters.Add(
                        new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false))),
            where: where,
            errors: Error,
            isOpen: IsOfPanel);
    }

    /// <summary>The base of the API.</summary>
    public string Address => server.Address;

    /// <summary>The same over TLS where the site has it: "All operations are made using SSL/TLS" (Access Control description).</summary>
    public string SecureAddress => server.SecureAddress;

    /// <summary>Adds the first Admin if there is no user.</summary>
    public Task SetUpAsync() => panel.SetUpAsync();

    /// <summary>Starts to listen.</summary>
    public Task StartAsync(CancellationToken cancel = default) => server.StartAsync(cancel);

    /// <summary>Starts to listen where it listened before the lab was stopped.</summary>
    public Task StartAgainAsync(ILabStore store, CancellationToken cancel) =>
        server.StartOnKeptPortAsync(store, "access-control/port", "terminals and browsers must be given the new address", cancel);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        rules.Dispose();
    }

    /// <summary>
    /// Devices get errors in the format of their API, and people at the panel get a page; the lab's endpoints use the lab's format.
    /// </summary>
    private IResult Error(HttpContext http, int status, LabError error) =>
        IsOfPanel(http.Request) ? panel.Trouble(status, error)
        : !IsOfDevices(http.Request) ? LabError.Answer(status, error)
        : status >= StatusCodes.Status500InternalServerError ? PosAnswer.Error(status, "INTERNAL_ERROR", "MACS could not do this.")
        : PosAnswer.Error(status, error.Code.ToUpperInvariant(), error.Message);

    private async Task NameStoreTrouble(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (StoreException e) when ((IsOfDevices(http.Request) || IsOfPanel(http.Request)) && !http.Response.HasStarted)
        {
            // Trouble with the disk or the database is for the operators of the lab, not for people at a terminal or the panel.
            await Console.Error.WriteLineAsync($"MACS: {http.Request.Method} {http.Request.Path}: {e.Message}");
            await Error(http, StatusCodes.Status503ServiceUnavailable, new("internal_error", "")).ExecuteAsync(http);
        }
    }

    /// <summary>The panel has a guard of its own, a token in each form.</summary>
    private static bool IsOfPanel(HttpRequest request) => request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfDevices(HttpRequest request) => request.Path.StartsWithSegments("/pos", StringComparison.OrdinalIgnoreCase);
}
