using Microsoft.AspNetCore.Builder;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;
using PairingLab.SmartConnect.Service;

namespace PairingLab.SmartConnect.Api;

/// <summary>The port of SmartConnect: registers ask under /POS, payment devices under /Device.</summary>
public sealed class SmartConnectServer : IAsyncDisposable
{
    private const string About =
        "What registers ask under /POS, form-urlencoded and without a credential, and what payment devices ask under /Device with the "
        + "session of their SignOn as a bearer token.";

    private readonly SmartConnectService service;
    private readonly ILabStore store;
    private readonly ApiServer server;

    /// <summary>The server of a service.</summary>
    /// <param name="service">What answers.</param>
    /// <param name="store">Remembers where it listened last.</param>
    /// <param name="where">The address and the ports of the site.</param>
    public SmartConnectServer(SmartConnectService service, ILabStore store, Listening? where = null)
    {
        (this.service, this.store) = (service, store);
        server = new(
            Map, 0, s => s.AddApiDocument("SmartConnect", About), where: where, errors: PosPipeline.Error, isOpen: PosPipeline.IsOpen);
    }

    /// <summary>The base of the API.</summary>
    public string Address => server.Address;

    /// <summary>The same over TLS where the site has it.</summary>
    public string SecureAddress => server.SecureAddress;

    /// <summary>Starts to listen, where it listened last if that can be.</summary>
    public Task StartAsync(CancellationToken cancel = default) =>
        server.StartOnKeptPortAsync(store, "smartconnect/port", "a POS that has stored the old address must be told", cancel);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.UsePos();
        app.UseRouting();
        app.MapOpenApi("/openapi.json");
        app.MapApiPage("SmartConnect");
        app.MapPos(service);
        app.MapDevice(service);
    }
}
