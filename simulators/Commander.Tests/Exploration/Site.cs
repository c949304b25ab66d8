using System.Text.Json;
using PairingLab.Commander.Api;
using PairingLab.Commander.Controller;
using PairingLab.Commander.Core;
using PairingLab.Commander.Core.Commands;
using PairingLab.Commander.Core.Events;
using PairingLab.Commander.Devices.Workstation;
using PairingLab.Commander.Devices.Workstation.Commands;
using PairingLab.Commander.Devices.Workstation.Events;
using PairingLab.Kernel.Web;
using PassTime = PairingLab.Commander.Core.Commands.PassTime;

namespace PairingLab.Commander.Tests.Exploration;

/// <summary>A whole site in pure form: one Commander, three workstations, two Configuration Clients, and wires that can be cut.</summary>
internal sealed partial class Site
{
    public static readonly CommanderSettings Settings = new();

    private readonly string?[] tokens = new string?[2];
    private readonly Invariants invariants = new();
    private int counter;

    /// <summary>A new site, everything switched on.</summary>
    public Site()
    {
        foreach (var workstation in Workstations)
        {
            Do(workstation, new PowerOn());
        }
    }

    public SiteWorkstation[] Workstations { get; } = [new("pos-1"), new("pos-2"), new("pos-3")];

    public CommanderState Commander { get; private set; } = CommanderState.New;

    public DateTimeOffset Now { get; private set; } = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public Onlooker Onlooker { get; } = new();

    /// <summary>How often something came about; an exploration that never pairs explores nothing.</summary>
    public Dictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>Lets time pass from deadline to deadline, as the devices' own timers do.</summary>
    public void Wait(TimeSpan span)
    {
        var target = Now + span;
        while (Deadlines().Where(d => d <= target).DefaultIfEmpty(DateTimeOffset.MaxValue).Min() is var next && next != DateTimeOffset.MaxValue)
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
        var events = Decide.On(before, command, Now, Settings);
        Commander = events.Aggregate(before, Evolve.After);
        var step = new Step(before, command, events, Commander, Now, knowsOtp);
        invariants.Judge(this, step);
        Onlooker.Note(step);
        foreach (var happened in events)
        {
            Count(happened is Refused refused ? $"refused {refused.Reason}" : happened.GetType().Name);
        }

        Tell(events);
        return events;
    }

    public void Do(SiteWorkstation at, IWorkstationCommand command)
    {
        var events = DecideWorkstation.On(at.State, command, Now, Settings);
        at.State = events.Aggregate(at.State, EvolveWorkstation.After);
        if (!at.State.Linked)
        {
            at.LinkedWith = null;
        }

        foreach (var happened in events)
        {
            Count(happened is ScreenShown shown ? $"screen {shown.Screen}" : happened.GetType().Name);
            React(at, happened);
        }

        invariants.Judge(this, at);
    }

    private IEnumerable<DateTimeOffset> Deadlines() => Workstations.Select(w => WorkstationPassing.NextDeadline(w.State))
        .Append(Passing.NextDeadline(Commander, Settings))
        .OfType<DateTimeOffset>();

    private void PassTime()
    {
        Do(new PassTime());
        foreach (var workstation in Workstations)
        {
            Do(workstation, new Commander.Devices.Workstation.Commands.PassTime());
        }
    }

    /// <summary>A power cut: only what stands on the disk comes back.</summary>
    private void RebootCommander()
    {
        var trusted = Commander.Paired;
        var disk = JsonSerializer.Serialize(CommanderMemory.Of(Commander), LabJson.Options);
        Commander = JsonSerializer.Deserialize<CommanderMemory>(disk, LabJson.Options)!.ToState();
        Onlooker.PowerCut();
        invariants.JudgePowerCut(this, trusted);
        foreach (var workstation in Workstations)
        {
            Do(workstation, new LinkLost());
        }
    }

    private void Reboot(SiteWorkstation at)
    {
        var disk = JsonSerializer.Serialize(WorkstationMemory.Of(at.State), LabJson.Options);
        at.State = JsonSerializer.Deserialize<WorkstationMemory>(disk, LabJson.Options)!.ToState();
        (at.Waiting, at.LinkedWith) = (null, null);
        Do(at, new PowerOn());
    }

    /// <summary>What a Commander says by itself over its links.</summary>
    private void Tell(IReadOnlyList<ICommanderEvent> events)
    {
        foreach (var linked in Workstations.Where(w => w.LinkedWith is not null && !w.CableCut).ToList())
        {
            if (events.Any(e => e is AllTrustRevoked || (e is CertificateExpired x && x.Workstation == linked.Id)))
            {
                Do(linked, new TrustRefused());
            }
            else if (events.OfType<AutoUpgraded>().FirstOrDefault() is { } upgrade)
            {
                Do(linked, new NewerSoftware(upgrade.Base));
            }
        }
    }

    private void Count(string what) => Seen[what] = Seen.GetValueOrDefault(what) + 1;

    private static string CodeOf(IReadOnlyList<ICommanderEvent> events) => RefusalWire.Code(events.OfType<Refused>().First().Reason);
}
