using System.Collections.Concurrent;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.State;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Service;

/// <summary>SmartConnect as it runs: the core with its disk and its clock. What an answer says is on the disk already.</summary>
public sealed class SmartConnectService : IDisposable
{
    private readonly LabClock clock;
    private readonly SmartConnectCodes codes;
    private readonly SmartConnectDisk disk;
    private readonly Aggregate<SmartConnectState, ISmartConnectCommand, ISmartConnectEvent> core;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> awaited = new(StringComparer.Ordinal);
    private readonly CallPos? call;

    /// <summary>Starts from what the store holds.</summary>
    /// <param name="settings">Its timers and rules.</param>
    /// <param name="store">What survives power cuts.</param>
    /// <param name="clock">Lab time.</param>
    /// <param name="codes">Where codes come from.</param>
    /// <param name="call">Calls a POS that wants to be told; null to call nobody.</param>
    public SmartConnectService(
        SmartConnectSettings settings, ILabStore store, LabClock clock, SmartConnectCodes codes, CallPos? call = null)
    {
        this.call = call;
        Settings = settings;
        Guesses = new(clock, settings.CodeLockOut);
        this.clock = clock;
        this.codes = codes;
        disk = new(store);
        core = new(disk.Load(clock.GetUtcNow()), Rules(), clock);
        core.Happened += Follow;
    }

    /// <summary>Its timers and rules.</summary>
    public SmartConnectSettings Settings { get; }

    /// <summary>Who has sent invalid pairing codes.</summary>
    public GuessLimit Guesses { get; }

    /// <summary>Its state now.</summary>
    public SmartConnectState State => core.State;

    /// <summary>Lab time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Decides a command; ends when what came of it is on the disk.</summary>
    /// <exception cref="StoreException">The disk did not take it; nothing has happened.</exception>
    public async Task<SmartConnectAnswer> DoAsync(ISmartConnectCommand command) => new(await core.ExecuteAsync(_ => command));

    /// <summary>A device opens pairing, or refreshes its code.</summary>
    public async Task<SmartConnectAnswer> ShowCodeAsync(string device, string session) =>
        new(await core.ExecuteAsync(state => new ShowCode(device, session, codes.PairingCode(Settings, state.Codes.ContainsKey))));

    /// <summary>Waits until a payment has ended, as long as that may take.</summary>
    public async Task WaitForEndAsync(string payment, TimeSpan limit, CancellationToken cancel)
    {
        var ended = awaited.GetOrAdd(payment, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            if (State.Payments.GetValueOrDefault(payment) is { Result: null })
            {
                await ended.Task.WaitAsync(limit, clock, cancel);
            }
        }
        catch (TimeoutException)
        {
            // The caller sees that it has not ended.
        }
        finally
        {
            awaited.TryRemove(payment, out _);
        }
    }

    /// <inheritdoc />
    public void Dispose() => core.Dispose();

    private void Follow(SmartConnectState state, IReadOnlyList<ISmartConnectEvent> events)
    {
        foreach (var happened in events)
        {
            if (happened is PaymentFinished ended && awaited.TryRemove(ended.Payment, out var waiting))
            {
                waiting.TrySetResult();
            }
            else if (happened is CallbackStarted { Payment: var id } && call is not null)
            {
                _ = call(state, state.Payments[id], (status, error) => DoAsync(new TellCallback(id, status, error)));
            }
        }
    }

    private AggregateRules<SmartConnectState, ISmartConnectCommand, ISmartConnectEvent> Rules() => new(
        (state, command, now) => SmartConnectCore.Decide(state, command, now, Settings),
        SmartConnectCore.Apply,
        state => SmartConnectCore.NextDue(state, Settings),
        new PassTime(),
        (_, _) => { })
    {
        KeepEvents = disk.Keep,
    };
}

/// <summary>Calls the POS of a payment at its PosNotificationCallbackUrl and tells what came of it: a status, 0 for no answer.</summary>
public delegate Task CallPos(SmartConnectState state, Payment payment, Func<int, string?, Task> tell);

/// <summary>What came of a command.</summary>
public sealed record SmartConnectAnswer(IReadOnlyList<ISmartConnectEvent> Events)
{
    /// <summary>Why it was refused; null when it was done.</summary>
    public Refusal? Refusal => Events.OfType<Refused>().FirstOrDefault()?.Reason;

    /// <summary>The one event of a kind.</summary>
    public T The<T>()
        where T : ISmartConnectEvent => Events.OfType<T>().Last();
}
