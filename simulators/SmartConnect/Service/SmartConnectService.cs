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

    /// <summary>Decides a command.</summary>
    public SmartConnectAnswer Do(ISmartConnectCommand command) => new(core.Execute(_ => command));

    /// <summary>A device opens pairing, or refreshes its code.</summary>
    public SmartConnectAnswer ShowCode(string device, string session) =>
        new(core.Execute(state => new ShowCode(device, session, codes.PairingCode(state.Codes.ContainsKey))));

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
