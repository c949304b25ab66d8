using PairingLab.Commander.Screens;
using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Devices.ConfigurationClient;

/// <summary>A simulated Configuration Client: one window of the Commander's web pages, with its own sign-in.</summary>
public sealed class ConfigurationClientDevice : IDevice
{
    private readonly Lock gate = new();
    private readonly CommanderSettings settings;
    private readonly Errands errands;
    private readonly DeviceHttp http;
    private CancellationTokenSource waiting = new();
    private ClientState state = new();

    /// <summary>A Configuration Client on a cable.</summary>
    public ConfigurationClientDevice(DeviceCard card, CommanderSettings settings, Cable cable, WireTap tap, LabClock clock)
    {
        Card = card;
        this.settings = settings;
        errands = new(cable, clock);
        http = new(cable, tap, new() { RemoteCertificateValidationCallback = (_, _, _, _) => true });
    }

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public DeviceCard Card { get; }

    /// <summary>The Commander at the other end of its cable; null when it is plugged in nowhere.</summary>
    public Func<string?> CommanderAddress { get; set; } = () => null;

    /// <inheritdoc />
    public bool Powered { get; private set; }

    /// <inheritdoc />
    public string? Line => null;

    /// <inheritdoc />
    public Type Face => typeof(ConfigurationClientFace);

    /// <inheritdoc />
    public Panel Panel => Powered ? ClientPanel.Of(Card.Id, Volatile.Read(ref state)) : Panel.Dark(Card.Id);

    /// <inheritdoc />
    public Task PressAsync(string button) => Change(s => ClientDecisions.Press(s, button));

    /// <inheritdoc />
    public Task EnterAsync(string field, string text) => Change(s => ClientDecisions.Type(s, field, text));

    /// <inheritdoc />
    public Task PowerAsync(bool on)
    {
        if (on != Powered)
        {
            // A window that is opened again knows nothing of the one that was closed.
            Powered = on;
            StopWaiting();
            return Change(_ => new());
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Powered = false;
        errands.Dispose();
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task Change(Func<ClientState, ClientState> change)
    {
        lock (gate)
        {
            var before = state;
            state = change(before);
            if (state.Waiting is not null && before.Waiting is null)
            {
                Ask(state);
            }
        }

        Changed?.Invoke();
        return Task.CompletedTask;
    }

    private void Ask(ClientState asking) => errands.Send($"{asking.Waiting}", settings.AnswerPatience, waiting.Token, async cancel =>
    {
        var reply = await ClientNetwork.AskAsync(http, CommanderAddress(), asking, cancel).ConfigureAwait(false);
        await Change(s => ReferenceEquals(s, asking) || s.Token == asking.Token ? ClientDecisions.Hear(s, reply) : s).ConfigureAwait(false);
    });

    private void StopWaiting()
    {
        _ = waiting.CancelAsync();
        waiting = new();
    }
}
