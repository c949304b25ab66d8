using System.Text.Json;
using PairingLab.Kernel.State;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;
using PairingLab.Sci.Core;
using PairingLab.Sci.Core.Commands;
using PairingLab.Sci.Core.Events;

namespace PairingLab.Sci.Service;

/// <summary>SCI that runs: the core with its disk, its clock and its credentials.</summary>
public sealed class SciService : IDisposable
{
    private const string PairingKey = "sci/pairing/";
    private const string TerminalKey = "sci/terminal/";

    private readonly ILabStore store;
    private readonly LabClock clock;
    private readonly SciCodes codes;
    private readonly Aggregate<SciState, ISciCommand, ISciEvent> core;
    private IReadOnlyList<ISciEvent> decided = [];

    /// <summary>Begins with what the disk holds.</summary>
    public SciService(SciSettings settings, ILabStore store, LabClock clock, SciCodes codes)
    {
        Settings = settings;
        this.store = store;
        this.clock = clock;
        this.codes = codes;
        Credentials = SciCredentials.Of(store);
        core = new(Load(), Rules(), clock);
        core.Happened += (state, events) => Happened?.Invoke(state, events);
    }

    /// <summary>Told of the events of each command. Runs under the core's lock: be short.</summary>
    public event Action<SciState, IReadOnlyList<ISciEvent>>? Happened;

    /// <summary>Its timers and limits.</summary>
    public SciSettings Settings { get; }

    /// <summary>What the maker of a POS has been given.</summary>
    public SciCredentials Credentials { get; }

    /// <summary>Its state now.</summary>
    public SciState State => core.State;

    /// <summary>Lab time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The clock, for whoever must wait.</summary>
    public LabClock Clock => clock;

    /// <summary>Decides a command.</summary>
    public SciAnswer Do(ISciCommand command) => new(core.Execute(_ => command));

    /// <summary>The merchant initiates pairing on a terminal.</summary>
    public SciAnswer StartPairing(string terminal) => new(core.Execute(state => new StartPairing(
        terminal, SciCodes.Id("pid"), SciCodes.Id("kid"), codes.PairingCode(state), codes.ConfirmationCode(), SciCodes.Secret())));

    /// <inheritdoc />
    public void Dispose() => core.Dispose();

    private AggregateRules<SciState, ISciCommand, ISciEvent> Rules() => new(
        (state, command, now) => decided = Decide.On(state, command, now, Settings),
        Evolve.After,
        Passing.NextDeadline,
        new PassTime(),
        Keep);

    /// <summary>
    /// Each pairing is a document of its own, and only those that something has just been decided about are written: the
    /// aggregate decides and keeps under one lock. Transactions are over with the lab.
    /// </summary>
    private void Keep(SciState before, SciState after)
    {
        var changes = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var happened in decided)
        {
            if (PairingOf(happened) is { } id)
            {
                changes[PairingKey + id] = after.Pairings.TryGetValue(id, out var pairing) ? JsonSerializer.Serialize(pairing, LabJson.Options) : null;
            }
            else if (happened is TerminalEnrolled or TerminalNamed)
            {
                changes[TerminalKey + happened.Terminal] = JsonSerializer.Serialize(Memory(after.Terminals[happened.Terminal!]), LabJson.Options);
            }
        }

        if (changes.Count > 0)
        {
            store.Save([.. changes.Select(c => (c.Key, c.Value))]);
        }
    }

    private static string? PairingOf(ISciEvent happened) => happened switch
    {
        PairingStarted e => e.Pairing.Id,
        PairingProgressed e => e.PairingId,
        PairingConfirmed e => e.PairingId,
        PairingEnded e => e.PairingId,
        PairingForgotten e => e.PairingId,
        _ => null,
    };

    private static Terminal Memory(Terminal terminal) => new(terminal.Id, terminal.Tid, terminal.Nickname, terminal.Tenant);

    private SciState Load()
    {
        var terminals = store.ReadAll(TerminalKey).Select(d => JsonSerializer.Deserialize<Terminal>(d.Value, LabJson.Options)!).ToDictionary(t => t.Id);
        var pairings = store.ReadAll(PairingKey).Select(d => JsonSerializer.Deserialize<Pairing>(d.Value, LabJson.Options)!).OrderBy(p => p.At).ToList();
        foreach (var pairing in pairings.Where(p => terminals.ContainsKey(p.Terminal)))
        {
            var terminal = terminals[pairing.Terminal];
            terminals[pairing.Terminal] = pairing.IsUnderWay ? terminal with { Pairing = pairing.Id }
                : pairing.Status == PairingStatus.Active ? terminal with { Active = terminal.Active.Add(pairing.Id) }
                : terminal;
        }

        var known = SciState.New with { Terminals = SciState.New.Terminals.AddRange(terminals) };
        return pairings.Aggregate(known, Evolve.Begin);
    }
}
