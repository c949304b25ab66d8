using PairingLab.Kernel.Network;
using PairingLab.Kernel.State;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Sci.Core;

namespace PairingLab.Sci.Service;

/// <summary>SCI that runs: the core with its disk, its clock and its credentials.</summary>
public sealed class SciService : IDisposable
{
    private readonly LabClock clock;
    private readonly SciCodes codes;
    private readonly Aggregate<SciState, ISciCommand, ISciEvent> core;

    /// <summary>Begins with what the disk holds.</summary>
    public SciService(SciSettings settings, ILabStore store, LabClock clock, SciCodes codes)
    {
        Settings = settings;
        this.clock = clock;
        this.codes = codes;
        Guesses = new(clock, settings.CodeLockOut);
        Credentials = SciCredentials.Of(store);
        var disk = new SciDisk(store);
        core = new(disk.Load(), Rules(disk), clock);
        core.Happened += (state, events) => Happened?.Invoke(state, events);
    }

    /// <summary>Told of the events of each command. Runs under the core's lock: be short.</summary>
    public event Action<SciState, IReadOnlyList<ISciEvent>>? Happened;

    /// <summary>Its timers and limits.</summary>
    public SciSettings Settings { get; }

    /// <summary>What the maker of a POS has been given.</summary>
    public SciCredentials Credentials { get; }

    /// <summary>Who has sent unknown pairing codes.</summary>
    public GuessLimit Guesses { get; }

    /// <summary>Its state now.</summary>
    public SciState State => core.State;

    /// <summary>Lab time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The clock, for callers that must wait.</summary>
    public LabClock Clock => clock;

    /// <summary>Decides a command.</summary>
    public SciAnswer Do(ISciCommand command) => new(core.Execute(_ => command));

    /// <summary>The same; commands that come together are kept with one write.</summary>
    public async Task<SciAnswer> DoAsync(ISciCommand command) => new(await core.ExecuteAsync(_ => command));

    /// <summary>The merchant initiates pairing on a terminal.</summary>
    public async Task<SciAnswer> StartPairingAsync(string terminal) => new(await core.ExecuteAsync(state => new StartPairing(
        terminal, SciCodes.Id("pid"), SciCodes.Id("kid"), codes.PairingCode(state), codes.ConfirmationCode(), SciCodes.Secret())));

    /// <inheritdoc />
    public void Dispose() => core.Dispose();

    private AggregateRules<SciState, ISciCommand, ISciEvent> Rules(SciDisk disk) => new(
        (state, command, now) => SciCore.Decide(state, command, now, Settings),
        SciCore.Apply,
        SciCore.NextDue,
        new PassTime(),
        (_, _) => { })
    {
        KeepEvents = disk.Keep,
    };
}

/// <summary>What SCI answers to a command.</summary>
/// <param name="Events">All that happened, a refusal among it.</param>
public sealed record SciAnswer(IReadOnlyList<ISciEvent> Events)
{
    /// <summary>Why it was refused; null when it was not.</summary>
    public Refusal? Refusal => Events.OfType<Refused>().FirstOrDefault()?.Reason;
}
