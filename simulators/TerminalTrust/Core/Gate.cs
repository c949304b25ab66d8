namespace PairingLab.TerminalTrust.Core;

/// <summary>Gate: which terminals are rejected, upgraded first, asked to wait for the operator, or sent on to master.</summary>
internal static class Gate
{
    public static IEnumerable<IServerEvent> Decide(ServerState state, Hello c, DateTimeOffset now, TrustSettings settings)
    {
        if (!state.Terminals.TryGetValue(c.Serial, out var terminal))
        {
            return [new GateAnswered(GateAnswer.Rejected(RejectionReason.NotRegistered))];
        }

        if (IsMismatch(state, terminal, c.Fingerprint))
        {
            return
            [
                .. terminal.MismatchAt + settings.OfflineAfter > now
                    ? Array.Empty<IServerEvent>()
                    : [new Logged(c.Serial, EventCode.FingerprintMismatch, now)],
                new TerminalRejected(c.Serial, RejectionReason.FingerprintMismatch, now),
                new GateAnswered(GateAnswer.Rejected(RejectionReason.FingerprintMismatch)),
            ];
        }

        return terminal.Refused.Contains(c.Fingerprint)
            ? [new GateAnswered(GateAnswer.Rejected(RejectionReason.NotPaired))]
            : Accept(state, terminal, c, now, settings);
    }

    public static ServerState? Apply(ServerState state, IServerEvent happened) => happened switch
    {
        TerminalHeard e => state.With(e.Serial, t => t with { Firmware = e.Firmware, LastHeard = e.At }),

        // Another certificate under the serial number does not end the session of the trusted one.
        TerminalRejected { Reason: RejectionReason.FingerprintMismatch } e =>
            state.With(e.Serial, t => t with { Rejection = new(e.Reason, e.At), MismatchAt = e.At }),
        TerminalRejected e => state.With(e.Serial, t => t with { Rejection = new(e.Reason, e.At), Session = null, LastHeard = e.At }),
        TerminalFellSilent e => state.With(e.Serial, t => t with { LastHeard = null }),
        RejectionForgotten e => state.With(e.Serial, t => t with { Rejection = null }),
        _ => null,
    };

    /// <summary>Another fingerprint is trusted under this serial number, or this fingerprint under another serial number.</summary>
    private static bool IsMismatch(ServerState state, Terminal terminal, string fingerprint) =>
        (terminal.Fingerprint is { } trusted && trusted != fingerprint)
        || (state.Trusted.TryGetValue(fingerprint, out var owner) && owner != terminal.Serial);

    private static List<IServerEvent> Accept(ServerState state, Terminal terminal, Hello c, DateTimeOffset now, TrustSettings settings)
    {
        var events = new List<IServerEvent>();
        if (terminal.LastHeard is not { } heard || now - heard >= settings.OfflineAfter)
        {
            events.Add(new Logged(c.Serial, EventCode.Started, now));
        }

        events.Add(new TerminalHeard(c.Serial, c.Firmware, now));
        events.AddRange(Upgrading.EndIfDone(state, c, now));
        if (Firmware.Next(c.Firmware) is { } to)
        {
            var current = events.Aggregate(state, ServerCore.Apply);
            events.AddRange(Upgrading.Ask(current, c, to, now, settings));
        }
        else if (terminal.Fingerprint == c.Fingerprint)
        {
            events.Add(new GateAnswered(GateAnswer.Paired));
        }
        else
        {
            events.AddRange(Approval.Ask(state, new(c.Serial, c.Fingerprint), now, settings));
        }

        return events;
    }
}

/// <summary>Gate's answer to a hello.</summary>
/// <param name="State">The kind of answer.</param>
/// <param name="To">The firmware to upgrade to.</param>
/// <param name="Reason">Why the terminal is rejected.</param>
public sealed record GateAnswer(GateState State, string? To = null, RejectionReason? Reason = null)
{
    /// <summary>The operator has not decided.</summary>
    public static readonly GateAnswer Pending = new(GateState.Pending);

    /// <summary>The fingerprint is trusted.</summary>
    public static readonly GateAnswer Paired = new(GateState.Paired);

    /// <summary>All upgrade slots are taken.</summary>
    public static readonly GateAnswer Wait = new(GateState.Wait);

    /// <summary>A rejection.</summary>
    public static GateAnswer Rejected(RejectionReason reason) => new(GateState.Rejected, Reason: reason);
}

/// <summary>The kinds of answer that gate gives.</summary>
public enum GateState
{
    /// <summary>The firmware is too old.</summary>
    UpgradeRequired,

    /// <summary>All upgrade slots are taken.</summary>
    Wait,

    /// <summary>The operator has not decided.</summary>
    Pending,

    /// <summary>The fingerprint is trusted.</summary>
    Paired,

    /// <summary>The terminal is rejected, with a reason.</summary>
    Rejected,
}
