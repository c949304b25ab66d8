namespace PairingLab.TerminalTrust.Core;

/// <summary>The pure core of a server: state, command and time give events; state and event give the next state.</summary>
public static class ServerCore
{
    /// <summary>The events of a command: first those that time has made due, then those of the command itself.</summary>
    public static IReadOnlyList<IServerEvent> Decide(ServerState state, IServerCommand command, DateTimeOffset now, TrustSettings settings)
    {
        var events = new List<IServerEvent>();
        var current = DueEvents.Apply(state, now, settings, events);
        events.AddRange(command switch
        {
            Hello c => Gate.Decide(current, c, now, settings),
            SendPackage c => Upgrading.Decide(current, c, now),
            AskStatus c => Master.Decide(current, c, now),
            GivePassword c => SigningIn.Decide(current, c, now, settings),
            GiveCode c => SigningIn.Decide(current, c, now, settings),
            SignOut => SigningIn.SignOut(current),
            LoseFingerprints => [new FingerprintsLost()],
            PassTime => [],
            SkipTime c => [new HeardMeanwhile(c.Span, now, settings.OfflineAfter)],
            _ => DecideAtCas(current, command, now),
        });
        return events;
    }

    /// <summary>The state after an event.</summary>
    public static ServerState Apply(ServerState state, IServerEvent happened) =>
        happened is GateAnswered or MasterAnswered or Refused ? state
        : Gate.Apply(state, happened)
        ?? Master.Apply(state, happened)
        ?? Approval.Apply(state, happened)
        ?? Upgrading.Apply(state, happened)
        ?? SigningIn.Apply(state, happened)
        ?? TerminalList.Apply(state, happened)
        ?? Silence.Apply(state, happened)
        ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "an event that is not applied");

    /// <summary>Commands that only a signed-in user may give.</summary>
    private static IEnumerable<IServerEvent> DecideAtCas(ServerState state, IServerCommand command, DateTimeOffset now)
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
                CreateTerminal c => TerminalList.Decide(state, c),
                GenerateVpn c => TerminalList.Decide(state, c),
                SetActive c => TerminalList.Decide(state, c),
                SetIpWhitelist c => TerminalList.Decide(state, c),
                ChangeRules c => [new RulesChanged(c.Rules)],
                ApproveRequests c => Approval.Decide(state, c, signIn, now),
                RefuseRequest c => Approval.Decide(state, c),
                UnpairTerminal c => Approval.Decide(state, c),
                _ => throw new ArgumentOutOfRangeException(nameof(command), command, "a command that is not decided"),
            },
        ];
    }
}
