using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.TerminalTrust.Api;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Core.Events;
using PairingLab.TerminalTrust.Screens;
using PairingLab.TerminalTrust.Server;

namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>A simulated server as a person meets it: a machine with a power switch, and its admin page.</summary>
public sealed class CasDevice(DeviceCard card, TrustSettings settings, ILabStore store, LabClock clock, TrustSecrets secrets) : IDevice
{
    /// <summary>The lab's own button: the server moves to another machine, with its keys and its terminals.</summary>
    public const string Migrate = "Migrate server";

    /// <summary>The lab's own button: the server is set up anew; nothing is left.</summary>
    public const string Reinstall = "Reinstall server";

    private readonly Lock gate = new();
    private readonly SemaphoreSlim switching = new(1, 1);
    private ServerPower? power;
    private CasState state = new();

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public DeviceCard Card => card;

    /// <inheritdoc />
    public bool Powered => power is not null;

    /// <inheritdoc />
    public string? Line => null;

    /// <summary>The running server; null without power.</summary>
    public TrustServer? Server => power?.Server;

    /// <summary>Where it is reached; null without power.</summary>
    public ServerAddresses? Addresses => power?.Addresses;

    /// <inheritdoc />
    public Type Face => typeof(CasFace);

    /// <inheritdoc />
    public Panel Panel => power is { } on
        ? CasPanel.Of(card.Id, Volatile.Read(ref state), on.Server.State, on.Addresses.Gate["https://".Length..])
        : Panel.Dark(card.Id);

    /// <inheritdoc />
    public Task PressAsync(string button)
    {
        if (button is Migrate or Reinstall)
        {
            return MoveAsync(forget: button == Reinstall);
        }

        lock (gate)
        {
            if (power is { } on)
            {
                var act = CasDecisions.Press(state, on.Server.State, button);
                state = act.Ask?.Invoke(on.Server).Refusal is { } reason ? AfterRefusal(reason) : act.Then;
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
            state = CasDecisions.Type(state, field, text);
        }

        Changed?.Invoke();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task PowerAsync(bool on)
    {
        await switching.WaitAsync().ConfigureAwait(false);
        try
        {
            if (on != Powered)
            {
                await (on ? SwitchOnAsync(migrated: false) : SwitchOffAsync()).ConfigureAwait(false);
            }
        }
        finally
        {
            switching.Release();
        }

        Changed?.Invoke();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await SwitchOffAsync().ConfigureAwait(false);

    private async Task MoveAsync(bool forget)
    {
        await switching.WaitAsync().ConfigureAwait(false);
        try
        {
            await SwitchOffAsync().ConfigureAwait(false);
            if (forget)
            {
                TrustServer.Forget(card.Id, store);
            }

            await SwitchOnAsync(migrated: !forget).ConfigureAwait(false);
        }
        finally
        {
            switching.Release();
        }

        Changed?.Invoke();
    }

    private async Task SwitchOnAsync(bool migrated)
    {
        var server = new TrustServer(card.Id, settings, store, clock, secrets);
        if (migrated)
        {
            server.Do(new LoseFingerprints());
        }

        server.Happened += OnHappened;
        state = new();
        power = await ServerPower.OnAsync(server, store, card.Id).ConfigureAwait(false);
    }

    private async Task SwitchOffAsync()
    {
        if (Interlocked.Exchange(ref power, null) is { } off)
        {
            await off.DisposeAsync().ConfigureAwait(false);
        }
    }

    private CasState AfterRefusal(Refusal reason) => reason == Refusal.NotSignedIn ? new() : state with { Message = CasTexts.Of(reason) };

    /// <summary>A terminal that is served or asks once more, as it does every few seconds, changes nothing that is shown.</summary>
    private void OnHappened(ServerState now, IReadOnlyList<IServerEvent> events)
    {
        if (!events.All(e => e is SessionServed or GateAnswered or MasterAnswered or TerminalHeard))
        {
            Changed?.Invoke();
        }
    }
}
