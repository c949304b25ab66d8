using PairingLab.Commander.Api;
using PairingLab.Commander.Core;
using PairingLab.Commander.Service;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;

namespace PairingLab.Commander.Devices.StatusDisplay;

/// <summary>What a status display asks of the Commander that it belongs to.</summary>
public enum DisplayRequest
{
    /// <summary>Tells each change of what it shows.</summary>
    Watch,

    /// <summary>[Re-load software].</summary>
    Reload,

    /// <summary>Workstations that are being upgraded get what they must know to be paired, as long as this is wanted.</summary>
    GiveTrust,

    /// <summary>They don't get it, as long as this is wanted.</summary>
    WithholdTrust,
}

/// <summary>What a status display is told.</summary>
/// <param name="Otp">The OTP that it shows; null for none.</param>
public sealed record DisplayReply(SiteOtp? Otp);

/// <summary>
/// The Commander itself, from power on to power off: its core, its disk and its port. The port is stored: a POS under development has it
/// in its settings.
/// </summary>
internal sealed class DisplayClient(
    DeviceInfo info, string firstBase, CommanderSettings settings, SiteParts parts, CommanderCodes codes, DisplayProbe probe,
    Action happened, SmtpSender smtp)
    : IDeviceClient<DisplayRequest, DisplayReply>
{
    private readonly string portKey = $"commander/{info.Id}/port";
    private readonly SemaphoreSlim switching = new(1, 1);
    private readonly Lock gate = new();

    /// <summary>What the lab tells of time left changes every second while the Pairing Service runs.</summary>
    private readonly ITimer tick = parts.Clock.CreatePulse(happened, Timeout.InfiniteTimeSpan);
    private CommanderServer? server;
    private Action<DisplayReply>? tell;
    private bool isOff;
    private bool withholdsTrust;

    /// <summary>The base of the API; the last one while there is no power, null before the first.</summary>
    public string? Address { get; set; }

    /// <summary>The running Commander; null when none runs.</summary>
    public CommanderService? Commander { get; private set; }

    public bool AnswersItself(DisplayRequest request) => request is DisplayRequest.GiveTrust or DisplayRequest.WithholdTrust;

    public Task StartAsync() => SwitchAsync(OnAsync);

    public Task<DisplayReply> SendAsync(DisplayRequest request, Flight<DisplayReply> flight) => request switch
    {
        DisplayRequest.Watch => WatchAsync(flight),
        DisplayRequest.Reload => ReloadAsync(),
        DisplayRequest.GiveTrust or DisplayRequest.WithholdTrust => TrustAsync(request == DisplayRequest.WithholdTrust, flight),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request, "a request that nobody answers"),
    };

    public async ValueTask DisposeAsync() => await SwitchAsync(async () =>
    {
        isOff = true;
        await OffAsync();
        await tick.DisposeAsync();
        happened();
    });

    private async Task<DisplayReply> WatchAsync(Flight<DisplayReply> flight)
    {
        flight.Establish();
        lock (gate)
        {
            tell = flight.Tell;
        }

        Tell();
        return await new TaskCompletionSource<DisplayReply>().Task.WaitAsync(flight.CalledBack);
    }

    private async Task<DisplayReply> TrustAsync(bool withheld, Flight<DisplayReply> flight)
    {
        withholdsTrust = withheld;
        if (Commander is { } running)
        {
            running.WithholdsTrust = withheld;
        }

        flight.Establish();
        return await new TaskCompletionSource<DisplayReply>().Task.WaitAsync(flight.CalledBack);
    }

    /// <summary>The disk is emptied while nothing runs that could write to it.</summary>
    private async Task<DisplayReply> ReloadAsync()
    {
        await SwitchAsync(async () =>
        {
            await OffAsync();
            CommanderService.Forget(info.Id, parts.Store);
            await OnAsync();
        });
        return new(null);
    }

    /// <summary>One thing after the other; nothing after power off.</summary>
    private async Task SwitchAsync(Func<Task> work)
    {
        await switching.WaitAsync();
        try
        {
            await (isOff ? Task.CompletedTask : work());
        }
        finally
        {
            switching.Release();
        }
    }

    private async Task OnAsync()
    {
        var commander = new CommanderService(info.Id, info.Model, firstBase, settings, parts.Store, parts.Clock, codes, smtp)
        {
            WithholdsTrust = withholdsTrust,
        };
        try
        {
            server = await ListenAsync(commander);
        }
        catch
        {
            commander.Dispose();
            throw;
        }

        (Commander, Address) = (commander, server.Address);
        commander.Happened += (state, _) =>
        {
            var period = state.Service is null ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(1);
            tick.Change(period, period);
            probe.Look();
            Tell();
            happened();
        };
        probe.Watch(commander);
    }

    private async Task OffAsync()
    {
        if (server is { } running)
        {
            server = null;
            await running.DisposeAsync();
            Commander!.Dispose();
            Commander = null;
            probe.Watch(null);
        }
    }

    /// <summary>Listens on the port that it had last; on a free one the first time, or when another program has the port.</summary>
    private async Task<CommanderServer> ListenAsync(CommanderService commander)
    {
        var starting = new CommanderServer(commander, new LinkHub(commander, parts.Clock), parts.Listening);
        try
        {
            await starting.StartAsync(parts.Store, portKey);
            return starting;
        }
        catch
        {
            await starting.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reading and telling are one step, or an older OTP could be told after a newer one.</summary>
    private void Tell()
    {
        lock (gate)
        {
            tell?.Invoke(new(Commander?.State.SiteOtp));
        }
    }
}
