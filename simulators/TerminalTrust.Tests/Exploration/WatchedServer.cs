using PairingLab.TerminalTrust.Api;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Kiosk;

namespace PairingLab.TerminalTrust.Tests.Exploration;

/// <summary>A server's core, followed by the reference model.</summary>
internal sealed class WatchedServer(string name, TrustSettings settings, Dictionary<string, int> seen)
{
    private readonly ReferenceModel model = new(settings);
    private long code;

    public string Master => $"master of {name}";

    public string Host => $"{name}:7741";

    public ServerState State { get; private set; } = ServerState.New;

    public IReadOnlyList<IServerEvent> Do(IServerCommand command, DateTimeOffset now)
    {
        var events = ServerCore.Decide(State, command, now, settings);
        State = events.Aggregate(State, ServerCore.Apply);
        foreach (var happened in events)
        {
            Count(happened switch
            {
                GateAnswered { Answer: { Reason: { } reason } } => $"gate {reason}",
                GateAnswered e => $"gate {e.Answer.State}",
                MasterAnswered e => $"master {e.Reason?.ToString() ?? "serves"}",
                Refused e => $"refused {e.Reason}",
                UpgradeEnded e => $"upgrade {(e.Done ? "done" : "failed")}",
                TerminalUnpaired when State.Terminals.Count > 0 => "unpaired",
                _ => happened.GetType().Name,
            });
        }

        model.Follow(command, events, State, now);
        return events;
    }

    public void SignIn(DateTimeOffset now)
    {
        Do(new GivePassword("operator", Right: true, HasTwoFactor: true), now);
        Do(new GiveCode(++code), now);
    }

    /// <summary>A hello and its reply.</summary>
    public GateReply Reply(Hello hello, DateTimeOffset now)
    {
        var answer = Do(hello, now).OfType<GateAnswered>().Single().Answer;
        return new(GateEndpoints.ResponseTo(answer, hello, State, Master, new($"gate of {name}", name, $"vpn of {name}")));
    }

    public void Count(string what) => seen[what] = seen.GetValueOrDefault(what) + 1;
}
