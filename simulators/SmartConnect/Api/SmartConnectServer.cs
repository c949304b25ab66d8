using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Kernel.Network;
using PairingLab.SmartConnect.Service;

namespace PairingLab.SmartConnect.Api;

/// <summary>The port of SmartConnect: registers ask under /POS, payment devices under /Device.</summary>
public sealed class SmartConnectServer : IAsyncDisposable
{
    private readonly SmartConnectService service;
    private readonly ApiServer server;

    /// <summary>The server of a service; it listens where it listened last.</summary>
    public SmartConnectServer(SmartConnectService service)
    {
        this.service = service;
        server = new(Map, service.Port, s => s.AddOpenApi());
    }

    /// <summary>The base of the API.</summary>
    public string Address => server.Address;

    /// <summary>Starts to listen. The port is kept before anybody can be told of it.</summary>
    /// <exception cref="IOException">Another program has the port.</exception>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        await server.StartAsync(cancel).ConfigureAwait(false);
        if (service.Port != server.Port)
        {
            service.Port = server.Port;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.UsePos();
        app.UseRouting();
        app.MapOpenApi("/openapi.json");
        app.MapPos(service);
        app.MapDevice(service);
    }
}
