using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Core.Events;

namespace PairingLab.TerminalTrust.Tests.Exploration;

/// <summary>
/// Somebody who watches a server and keeps a book of his own: who was approved by whom, who was unpaired since. He knows the rules
/// from the protocol page and nothing of how the core keeps them.
/// </summary>
internal sealed class Onlooker(TrustSettings settings)
{
    private readonly Dictionary<string, string> approved = new(StringComparer.Ordinal);
    private readonly HashSet<RequestKey> refused = [];
    private bool twoFactor;
    private DateTimeOffset lastSeen;

    /// <summary>Looks at a command and what came of it.</summary>
    public void See(IServerCommand command, IReadOnlyList<IServerEvent> events, ServerState after, DateTimeOffset now)
    {
        if (now >= lastSeen + settings.SignInIdles || events.OfType<SignedOut>().Any())
        {
            twoFactor = false;
        }

        switch (command)
        {
            case GiveCode when events.OfType<CodeAccepted>().Any():
                (twoFactor, lastSeen) = (true, now);
                break;
            case GivePassword when events.OfType<PasswordAccepted>().Any():
                twoFactor = false;
                break;
            case Hello c:
                SeeGate(c, events.OfType<GateAnswered>().Single().Answer);
                break;
            case AskStatus c:
                Must(events.OfType<MasterAnswered>().Single().Reason is not null || approved.ContainsValue(c.Fingerprint), "nobody is served by master whose fingerprint was not approved, or was unpaired since");
                break;
            default:
                SeeCas(command, events);
                break;
        }

        lastSeen = events.OfType<SignInUsed>().Any() ? now : lastSeen;
        Must(after.Upgrades.Count <= settings.UpgradeSlots, "no more upgrades at once than there are slots");
        Must(after.Terminals.Values.Where(t => t.Fingerprint is not null).ToDictionary(t => t.Serial, t => t.Fingerprint!, StringComparer.Ordinal).OrderBy(p => p.Key, StringComparer.Ordinal)
            .SequenceEqual(approved.OrderBy(p => p.Key, StringComparer.Ordinal)), "the terminal list says who is paired");
        Must(after.Terminals.Values.All(t => t.Status != TerminalStatus.Online || approved.ContainsKey(t.Serial)), "only a paired terminal is online");
    }

    private void SeeGate(Hello c, GateAnswer answer)
    {
        var trusted = approved.GetValueOrDefault(c.Serial);
        Must(answer.State != GateState.Paired || trusted == c.Fingerprint, "gate says PAIRED to an approved fingerprint only");
        Must(answer.State == GateState.Rejected || trusted is null || trusted == c.Fingerprint, "another fingerprint under a paired serial is rejected");
        Must(answer.State != GateState.Pending || !refused.Contains(new(c.Serial, c.Fingerprint)), "a refused fingerprint stays refused until it is unpaired");
        Must(answer.To is not { } to || string.CompareOrdinal(to, c.Firmware) > 0, "an upgrade is to a newer firmware");
        Must(answer.State is not (GateState.Pending or GateState.Paired) || string.CompareOrdinal(c.Firmware, "20230801") >= 0, "old firmware is upgraded before it can be paired");
    }

    private void SeeCas(IServerCommand command, IReadOnlyList<IServerEvent> events)
    {
        var done = !events.OfType<Refused>().Any();
        switch (command)
        {
            case ApproveRequests c when done:
                Must(twoFactor, "only a user with two-factor sign-in approves");
                Must(c.Requests.All(r => !refused.Contains(r)), "what was refused is not approved");
                c.Requests.ForEach(r => approved[r.Serial] = r.Fingerprint);
                break;
            case RefuseRequest c when done:
                refused.Add(c.Request);
                break;
            case UnpairTerminal c when done:
                approved.Remove(c.Serial);
                refused.RemoveWhere(r => r.Serial == c.Serial);
                break;
            case LoseFingerprints:
                approved.Clear();
                refused.Clear();
                break;
            default:
                break;
        }
    }

    internal static void Must(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new BrokenInvariantException(sentence);
        }
    }
}
