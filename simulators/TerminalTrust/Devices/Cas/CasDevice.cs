using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.TerminalTrust.Api;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>A simulated server: a machine with a power switch, and its admin page CAS.</summary>
public sealed class CasDevice(
    DeviceInfo info, TrustSettings settings, ILabStore store, LabClock clock, TrustSecrets secrets, Listening? where = null) : IDevice
{
    /// <summary>A button of the lab: the server moves to another machine and keeps its keys and its terminals.</summary>
    public const string Migrate = "Migrate server";

    /// <summary>
    /// A button of the lab: the server is installed again under its licence key, to which its keys belong. Its terminals trust it still,
    /// and each must be approved again.
    /// </summary>
    public const string Reinstall = "Reinstall server";

    /// <summary>
    /// A button of the lab: the server is installed under another licence key; nothing is kept, and no terminal trusts it.
    /// </summary>
    public const string Relicense = "Reinstall under another licence key";

    private readonly Lock gate = new();
    private readonly SemaphoreSlim switching = new(1, 1);
    private ServerRuntime? power;
    private CasState state = new();

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public DeviceInfo Info => info;

    /// <inheritdoc />
    public bool Powered => power is not null;

    /// <inheritdoc />
    public string? Line => null;

    /// <summary>The running server; null without power.</summary>
    public TrustServer? Server => power?.Server;

    /// <summary>Where it is reached; null without power.</summary>
    public ServerAddresses? Addresses => power?.Addresses;

    /// <inheritdoc />
    public Type View => typeof(CasView);

    /// <inheritdoc />
    public Panel Panel => power is { } on
        ? CasPanel.Of(info.Id, Volatile.Read(ref state), on.Server.State, on.Addresses.ServerHost)
        : Panel.Dark(info.Id);

    /// <summary>Whether a button is the lab's, and none of CAS: it works on the machine that the server runs on.</summary>
    public static bool IsLabButton(string button) => button is Migrate or Reinstall or Relicense;

    /// <inheritdoc />
    public Task PressAsync(string button)
    {
        if (IsLabButton(button))
        {
            return MoveAsync(button switch
            {
                Migrate => LoseFingerprints,
                Reinstall => ReinstallOnDisk,
                _ => () => TrustServer.Forget(info.Id, store),
            });
        }

        lock (gate)
        {
            if (power is { } on)
            {
                state = After(CasLogic.Press(state, on.Server.State, button), on.Server);
            }
        }

        Changed?.Invoke();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task EnterAsync(string field, string text)
    {
        lock (gate)
        {
            state = CasLogic.Type(state, field, text);
        }

        Changed?.Invoke();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task PowerAsync(bool on)
    {
        await switching.WaitAsync();
        try
        {
            if (on != Powered)
            {
                await (on ? SwitchOnAsync() : SwitchOffAsync());
            }
        }
        finally
        {
            switching.Release();
        }

        Changed?.Invoke();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await SwitchOffAsync();

    /// <summary>
    /// Switches the server off, works on its disk and switches it on again. When the disk is full the work is not done, and it is said on
    /// the screen of a server that is as it was.
    /// </summary>
    private async Task MoveAsync(Action work)
    {
        await switching.WaitAsync();
        try
        {
            if (Powered)
            {
                await SwitchOffAsync();
                await SwitchOnAsync(WhyNot(work));
            }
        }
        finally
        {
            switching.Release();
        }

        Changed?.Invoke();
    }

    private static string? WhyNot(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (StoreException e)
        {
            return e.Message;
        }
    }

    private TrustServer Load() => new(info.Id, settings, store, clock, secrets);

    private void LoseFingerprints()
    {
        using var moved = Load();
        moved.Do(new LoseFingerprints());
    }

    private void ReinstallOnDisk()
    {
        TrustServer.ForgetSite(info.Id, store);
        LoseFingerprints();
    }

    private async Task SwitchOnAsync(string? message = null)
    {
        var server = Load();
        var before = server.State;
        server.Happened += (now, events) =>
        {
            var isNews = events.Any(e => IsNews(before, e));
            before = now;
            if (isNews)
            {
                Changed?.Invoke();
            }
        };
        state = new() { Message = message };
        power = await ServerRuntime.OnAsync(server, store, info.Id, where);
    }

    private async Task SwitchOffAsync()
    {
        if (Interlocked.Exchange(ref power, null) is { } off)
        {
            await off.DisposeAsync();
        }
    }

    /// <summary>The screen after a step; a disk that is full is a reason like others why nothing has happened.</summary>
    private CasState After(CasStep step, TrustServer server)
    {
        try
        {
            return step.Ask?.Invoke(server).Refusal switch
            {
                null => step.Then,
                Refusal.NotSignedIn => new(),
                { } reason => state with { Message = reason.Text() },
            };
        }
        catch (StoreException e)
        {
            return state with { Message = e.Message };
        }
    }

    /// <summary>Terminals ask every few seconds; that alone does not change the screen.</summary>
    private static bool IsNews(ServerState before, IServerEvent happened) => happened switch
    {
        GateAnswered or MasterAnswered or HeardMeanwhile => false,
        TerminalHeard e => before.Terminals.GetValueOrDefault(e.Serial)?.Firmware != e.Firmware,
        SessionServed e => before.Terminals.GetValueOrDefault(e.Serial)?.Session?.ThroughVpn != e.ThroughVpn,
        RequestHeard e => !before.Requests.ContainsKey(e.Request),
        _ => true,
    };
}
