using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Core.Events;

namespace PairingLab.TerminalTrust.Core;

/// <summary>The operator's decision on pairing requests.</summary>
internal static class Approval
{
    public static IEnumerable<IServerEvent> On(ServerState state, ApproveRequests c, SignIn by, DateTimeOffset now)
    {
        if (!by.TwoFactor)
        {
            return [new Refused(Refusal.TwoFactorNeeded)];
        }

        if (c.Requests.IsEmpty || !c.Requests.All(state.Requests.ContainsKey))
        {
            return [new Refused(Refusal.NoSuchRequest)];
        }

        var isAmbiguous = c.Requests.DistinctBy(r => r.Serial).Count() < c.Requests.Count
            || c.Requests.DistinctBy(r => r.Fingerprint).Count() < c.Requests.Count
            || c.Requests.Any(r => state.Trusted.ContainsKey(r.Fingerprint));
        return isAmbiguous ? [new Refused(Refusal.Ambiguous)] : c.Requests.Select(r => new TerminalPaired(r.Serial, r.Fingerprint, now));
    }

    public static IEnumerable<IServerEvent> On(ServerState state, RefuseRequest c) =>
        state.Requests.ContainsKey(c.Request) ? [new RequestRefused(c.Request)] : [new Refused(Refusal.NoSuchRequest)];
}
