using PairingLab.Commander.Api;
using PairingLab.Commander.Controller;
using PairingLab.Kernel.Time;

namespace PairingLab.Commander.Devices.StatusDisplay;

/// <summary>A Commander from the moment it gets power until it loses it.</summary>
internal sealed class CommanderPower : IAsyncDisposable
{
    private readonly CommanderServer server;

    private CommanderPower(CommanderController commander, CommanderServer server)
    {
        Commander = commander;
        this.server = server;
    }

    public CommanderController Commander { get; }

    public string Address => server.Address;

    /// <summary>Boots a Commander; the port is chosen by the system when it is 0.</summary>
    public static async Task<CommanderPower> OnAsync(CommanderController commander, int port, LabClock clock)
    {
        var starting = new CommanderServer(commander, new LinkHub(commander, clock), port);
        try
        {
            await starting.StartAsync().ConfigureAwait(false);
            return new(commander, starting);
        }
        catch
        {
            await starting.DisposeAsync().ConfigureAwait(false);
            commander.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync().ConfigureAwait(false);
        Commander.Dispose();
    }
}
