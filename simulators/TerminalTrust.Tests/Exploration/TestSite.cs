using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Kiosk;

namespace PairingLab.TerminalTrust.Tests.Exploration;

/// <summary>Two servers, four terminals with different firmware, a thief and the people around them: cores only.</summary>
internal sealed class TestSite
{
    private static readonly TrustSettings Settings = new() { UpgradeSlots = 2 };

    private static readonly string[] FalseFirmware = ["20170101", "20190130", "20221118", "20230731"];

    private readonly List<WatchedServer> servers;
    private readonly WatchedTerminal[] terminals =
        [new("BT1", "20230801"), new("BT2", "20190130"), new("BT3", "20221118"), new("BT4", "20170101")];

    private DateTimeOffset now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A site where nothing has happened.</summary>
    public TestSite()
    {
        servers = [new("one", Settings, Seen), new("two", Settings, Seen)];
        foreach (var terminal in terminals)
        {
            terminal.Change(s => s with { Host = servers[0].Host });
        }
    }

    /// <summary>What was seen, and how often.</summary>
    public Dictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>Does an act.</summary>
    public void Do(Act act)
    {
        var terminal = terminals[act.Who % terminals.Length];
        var server = servers[act.Choice % 5 == 0 ? 1 : 0];
        switch (act.Kind)
        {
            case ActKind.Wait:
                now += TimeSpan.FromSeconds(act.Choice % 10 == 0 ? 1000 : act.Choice % 3 == 0 ? 65 : 5);
                servers.ForEach(s => s.Do(new PassTime(), now));
                break;
            case ActKind.Ask:
                terminal.Ask(servers, now);
                break;
            case ActKind.Fetch:
                terminal.Fetch(servers, now);
                break;
            case ActKind.PairToTheEnd:
                PairToTheEnd(terminal);
                break;
            case ActKind.ApproveACrowd:
                server.SignIn(now);
                server.Do(new CreateTerminal(terminal.Serial), now);
                server.Do(new Hello(terminal.Serial, "20230801", "thief 0"), now);
                server.Do(new Hello(terminal.Serial, "20230801", "thief 1"), now);
                server.Do(new ApproveRequests([.. server.State.Requests.Keys]), now);
                break;
            case ActKind.FalseUpgrade:
                var taken = terminal.TakesFirmware(FalseFirmware[act.Choice % FalseFirmware.Length]);
                server.Count(taken ? "false firmware taken" : "false firmware refused");
                break;
            case ActKind.ThiefHello:
                server.Do(new Hello(terminal.Serial, "20230801", ThiefKey(terminal, act.Choice)), now);
                break;
            case ActKind.ThiefStatus:
                server.Do(new AskStatus(ThiefKey(terminal, act.Choice), "127.0.0.1", ThroughVpn: false), now);
                break;
            default:
                AtTerminal(act, terminal);
                AtCas(act, terminal, server);
                break;
        }
    }

    private static string ThiefKey(WatchedTerminal terminal, int choice) =>
        terminal.OldKeys.Count > 0 && choice % 2 == 0 ? terminal.OldKeys[choice % terminal.OldKeys.Count] : $"thief {choice % 3}";

    private void AtTerminal(Act act, WatchedTerminal terminal)
    {
        switch (act.Kind)
        {
            case ActKind.Cut:
                terminal.IsCut = !terminal.IsCut;
                break;
            case ActKind.Move:
                Press(terminal, "Save", servers[act.Choice % 2].Host);
                break;
            case ActKind.ChangeScenario:
                Press(terminal, $"Deployment scenario {(terminal.State.Scenario == DeploymentScenario.A ? "B" : "A")}");
                break;
            case ActKind.Restore or ActKind.FactoryReset:
                var button = act.Kind == ActKind.Restore ? "Restore" : "Factory reset";
                Press(terminal, button);
                terminal.Press("Yes", now);
                terminal.HasBooted();
                terminal.Change(s => s with { Host = servers[0].Host });
                break;
            default:
                break;
        }
    }

    private void Press(WatchedTerminal terminal, string button, string? host = null)
    {
        terminal.Press("Advanced administration", now);
        if (host is not null)
        {
            terminal.Type(host);
        }

        terminal.Press(button, now);
        terminal.Press("Close", now);
    }

    private void AtCas(Act act, WatchedTerminal terminal, WatchedServer server)
    {
        var requests = server.State.Requests.Keys
            .OrderBy(r => r.Serial, StringComparer.Ordinal).ThenBy(r => r.Fingerprint, StringComparer.Ordinal).ToList();
        RequestKey? some = requests.Count > 0 ? requests[act.Choice % requests.Count] : null;
        IServerCommand? command = act.Kind switch
        {
            ActKind.Create => new CreateTerminal(terminal.Serial),
            ActKind.GenerateVpn => new GenerateVpn(terminal.Serial, $"key {act.Choice}"),
            ActKind.SignInClerk => new GivePassword("clerk", Right: true, HasTwoFactor: false),
            ActKind.SignOut => new SignOut(),
            ActKind.Approve when some is { } r => new ApproveRequests([r]),
            ActKind.ApproveAll => new ApproveRequests([.. requests]),
            ActKind.Refuse when some is { } r => new RefuseRequest(r),
            ActKind.Unpair => new UnpairTerminal(terminal.Serial),
            ActKind.Toggle => new SetActive(terminal.Serial, act.Choice % 3 != 0),
            ActKind.Rules => new ChangeRules(act.Choice % 3 == 0 ? new(null, [], null) : ServingRules.New),
            ActKind.Migrate => new LoseFingerprints(),
            _ => null,
        };
        if (command is not null)
        {
            server.Do(command, now);
        }
        else if (act.Kind == ActKind.SignInOperator)
        {
            server.SignIn(now);
        }
    }

    private void PairToTheEnd(WatchedTerminal terminal)
    {
        var server = servers.First(s => s.Host == terminal.State.Host);
        server.SignIn(now);
        server.Do(new CreateTerminal(terminal.Serial), now);
        terminal.IsCut = false;
        for (var i = 0; i < 30 && !terminal.State.InService; i++)
        {
            now += TimeSpan.FromSeconds(1);
            terminal.Ask(servers, now);
            terminal.Fetch(servers, now);
            RequestKey own = new(terminal.Serial, terminal.State.Code);
            if (server.State.Requests.ContainsKey(own))
            {
                server.Do(new ApproveRequests([own]), now);
            }
        }

        server.Count(terminal.State.InService ? "in service" : "not in service");
    }
}
