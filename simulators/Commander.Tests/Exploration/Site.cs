using System.Text.Json;
using PairingLab.Commander.Api;
using PairingLab.Commander.Core;
using PairingLab.Commander.Devices.Workstation;
using PairingLab.Commander.Service;

namespace PairingLab.Commander.Tests.Exploration;

/// <summary>A whole site in pure form: one Commander, three workstations, two Configuration Clients, and wires that can be cut.</summary>
internal sealed partial class Site
{
    public static readonly CommanderSettings Settings = new();

    public const int NumberOfWorkstations = 3;
    public const int NumberOfClients = 2;

    private readonly string?[] tokens = new string?[NumberOfClients];
    private readonly Invariants invariants = new();
    private int counter;

    /// <summary>A new site, everything switched on.</summary>
    public Site()
    {
        foreach (var workstation in Workstations)
        {
            Reboot(workstation);
        }
    }

    public SiteWorkstation[] Workstations { get; } = [new("pos-1"), new("pos-2"), new("pos-3")];

    public CommanderState Commander { get; private set; } = CommanderState.New;

    public DateTimeOffset Now { get; private set; } = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public ReferenceModel ReferenceModel { get; } = new();

    /// <summary>How often something came about; an exploration that never pairs explores nothing.</summary>
    public Dictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>Lets time pass from deadline to deadline, as the devices' own timers do.</summary>
    public void Wait(TimeSpan span)
    {
        var target = Now + span;
        while (Deadlines().Where(d => d <= target).DefaultIfEmpty(DateTimeOffset.MaxValue).Min() is var next
            && next != DateTimeOffset.MaxValue)
        {
            Now = next > Now ? next : Now;
            PassTime();
            Invariants.JudgeTime(Now, Deadlines());
        }

        Now = target;
        PassTime();
    }

    public IReadOnlyList<ICommanderEvent> Do(ICommanderCommand command, bool knowsOtp = false)
    {
        var before = Commander;
        var events = CommanderCore.Decide(before, command, Now, Settings);
        Commander = events.Aggregate(before, CommanderCore.Apply);
        var step = new Step(before, command, events, Commander, Now, knowsOtp);
        invariants.Judge(this, step);
        ReferenceModel.Note(step);
        foreach (var happened in events)
        {
            Count(happened is Refused refused ? $"refused {refused.Reason}" : happened.GetType().Name);
        }

        Tell(events);
        return events;
    }

    public void Do(SiteWorkstation at, Func<WorkstationState, WorkstationState> what)
    {
        var before = at.State.Screen;
        at.State = what(at.State);
        if (at.State.Screen != before)
        {
            Count($"screen {at.State.Screen}");
        }

        invariants.Judge(this, at);
        Send(at);
    }

    private IEnumerable<DateTimeOffset> Deadlines() => Workstations.Select(w => w.Logic.NextDue(w.State))
        .Concat(Workstations.SelectMany(w => w.Asked.Values.Select(a => a.GivesUpAt)))
        .Append(CommanderCore.NextDue(Commander, Settings))
        .OfType<DateTimeOffset>();

    private void PassTime()
    {
        Do(new PassTime());
        foreach (var at in Workstations)
        {
            Do(at, s => at.Logic.Due(s, Now));
            foreach (var (request, _) in at.Asked.Where(a => a.Value.GivesUpAt <= Now).ToList())
            {
                End(at, request, new WorkstationReply.NoAnswer());
            }
        }
    }

    /// <summary>A power cut: only what stands on the disk comes back.</summary>
    private void RebootCommander()
    {
        var trusted = Commander.Paired;
        var disk = JsonSerializer.Serialize(CommanderMemory.Of(Commander), LabJson.Options);
        Commander = JsonSerializer.Deserialize<CommanderMemory>(disk, LabJson.Options)!.ToState();
        ReferenceModel.PowerCut();
        invariants.JudgePowerCut(this, trusted);
        foreach (var at in Workstations)
        {
            if (at.Link is { } link)
            {
                End(at, link, new WorkstationReply.NoAnswer());
            }
        }
    }

    private void Reboot(SiteWorkstation at)
    {
        at.Boot(Now);
        Do(at, s => s);
    }

    private void Count(string what) => Seen[what] = Seen.GetValueOrDefault(what) + 1;

    private static string CodeOf(IReadOnlyList<ICommanderEvent> events) => events.OfType<Refused>().First().Reason.Code();
}
