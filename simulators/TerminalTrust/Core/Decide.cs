using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Core.Events;

namespace PairingLab.TerminalTrust.Core;

/// <summary>State + command + time → events. Every command meets a state in which all that is due has happened.</summary>
public static class Decide
{
    /// <summary>What follows from a command at a time: first what time itself has brought, then what the command brings.</summary>
    public static IReadOnlyList<IServerEvent> On(ServerState state, IServerCommand command, DateTimeOffset now, TrustSettings settings)
    {
        var events = new List<IServerEvent>();
        var current = Passing.Time(state, now, settings, events);
        events.AddRange(command switch
        {
            Hello c => Gate.On(current, c, now, settings),
            SendPackage c => Upgrading.On(current, c, now),
            AskStatus c => Master.On(current, c, now, settings),
            GivePassword c => SigningIn.On(current, c, now, settings),
            GiveCode c => SigningIn.On(current, c, now, settings),
            SignOut => SigningIn.Out(current),
            LoseFingerprints => [new FingerprintsLost()],
            PassTime => [],
            _ => AtCas(current, command, now),
        });
        return events;
    }

    /// <summary>What only somebody who is signed in may do.</summary>
    private static IEnumerable<IServerEvent> AtCas(ServerState state, IServerCommand command, DateTimeOffset now)
    {
        if (state.SignIn is not { AwaitsCode: false } signIn)
        {
            return [new Refused(Refusal.NotSignedIn)];
        }

        return
        [
            new SignInUsed(now),
            .. command switch
            {
                CreateTerminal c => TerminalList.On(state, c),
                GenerateVpn c => TerminalList.On(state, c),
                UnpairTerminal c => TerminalList.On(state, c),
                SetActive c => TerminalList.On(state, c),
                ChangeRules c => [new RulesChanged(c.Rules)],
                ApproveRequests c => Approval.On(state, c, signIn, now),
                RefuseRequest c => Approval.On(state, c),
                _ => throw new ArgumentOutOfRangeException(nameof(command), command, "a command that nobody decides"),
            },
        ];
    }
}
