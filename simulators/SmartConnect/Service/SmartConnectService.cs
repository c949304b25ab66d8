using PairingLab.Kernel.State;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.SmartConnect.Core;
using PairingLab.SmartConnect.Core.Commands;

namespace PairingLab.SmartConnect.Service;

/// <summary>SmartConnect as it runs: the core with its disk and its clock. What an answer says is on the disk already.</summary>
public sealed class SmartConnectService : IDisposable
{
    private readonly LabClock clock;
    private readonly SmartConnectCodes codes;
    private readonly SmartConnectDisk disk;
    private readonly Aggregate<SmartConnectState, ISmartConnectCommand, ISmartConnectEvent> core;

    /// <summary>Starts from what the store holds.</summary>
    public SmartConnectService(SmartConnectSettings settings, ILabStore store, LabClock clock, SmartConnectCodes codes)
    {
        Settings = settings;
        this.clock = clock;
        this.codes = codes;
        disk = new(store);
        core = new(disk.Load(clock.GetUtcNow()), Rules(), clock);
    }

    /// <summary>Its timers and rules.</summary>
    public SmartConnectSettings Settings { get; }

    /// <summary>Its state now.</summary>
    public SmartConnectState State => core.State;

    /// <summary>Lab time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The port that it listened on last; 0 before the first start.</summary>
    public int Port
    {
        get => disk.Port;
        set => disk.Port = value;
    }

    /// <summary>Decides a command; ends when what came of it is on the disk.</summary>
    /// <exception cref="StoreException">The disk did not take it; nothing has happened.</exception>
    public async Task<SmartConnectAnswer> DoAsync(ISmartConnectCommand command) => new(await core.ExecuteAsync(_ => command).ConfigureAwait(false));

    /// <summary>A device opens pairing, or refreshes its code.</summary>
    public async Task<SmartConnectAnswer> ShowCodeAsync(string device, string session) =>
        new(await core.ExecuteAsync(state => new ShowCode(device, session, codes.PairingCode(state.Codes.ContainsKey))).ConfigureAwait(false));

    /// <inheritdoc />
    public void Dispose() => core.Dispose();

    private AggregateRules<SmartConnectState, ISmartConnectCommand, ISmartConnectEvent> Rules() => new(
        (state, command, now) => Decide.On(state, command, now, Settings),
        Evolve.After,
        state => Passing.NextDeadline(state, Settings),
        new PassTime(),
        (_, _) => { })
    {
        KeepEvents = disk.Keep,
    };
}
