using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Tests.Exploration;

/// <summary>
/// A second, simple account of a server: which fingerprints were approved, refused and unpaired. It is written from the rules in
/// docs/protocols/terminal-trust.md alone, so that it does not share the core's mistakes.
/// </summary>
internal sealed class ReferenceModel(TrustSettings settings)
{
    private readonly Dictionary<string, string> approved = new(StringComparer.Ordinal);
    private readonly HashSet<RequestKey> refused = [];
    private bool twoFactor;
    private DateTimeOffset lastSeen;

    /// <summary>Follows a command and its events, and checks the rules.</summary>
    public void Follow(IServerCommand command, IReadOnlyList<IServerEvent> events, ServerState after, DateTimeOffset now)
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
                FollowGate(c, events.OfType<GateAnswered>().Single().Answer);
                break;
            case AskStatus c:
                Must(
                    events.OfType<MasterAnswered>().Single().Reason is not null || approved.ContainsValue(c.Fingerprint),
                    "master serves only fingerprints that were approved and not unpaired since");
                break;
            default:
                FollowCas(command, events);
                break;
        }

        lastSeen = events.OfType<SignInUsed>().Any() ? now : lastSeen;
        Must(after.Upgrades.Count <= settings.UpgradeSlots, "no more upgrades at once than there are slots");
        Must(
            after.Terminals.Values.Where(t => t.Fingerprint is not null).Select(t => (t.Serial, t.Fingerprint!)).ToHashSet()
                .SetEquals(approved.Select(a => (a.Key, a.Value))),
            "the terminal list shows which terminals are paired");
        Must(
            after.Terminals.Values.All(t => t.Status != TerminalStatus.Online || approved.ContainsKey(t.Serial)),
            "only a paired terminal is online");
    }

    private void FollowGate(Hello c, GateAnswer answer)
    {
        var trusted = approved.GetValueOrDefault(c.Serial);
        Must(answer.State != GateState.Paired || trusted == c.Fingerprint, "gate says PAIRED to an approved fingerprint only");
        Must(
            answer.State == GateState.Rejected || trusted is null || trusted == c.Fingerprint,
            "another fingerprint under a paired serial number is rejected");
        Must(
            answer.State != GateState.Pending || !refused.Contains(new(c.Serial, c.Fingerprint)),
            "a refused fingerprint stays refused until the terminal is unpaired");
        Must(answer.To is not { } to || string.CompareOrdinal(to, c.Firmware) > 0, "an upgrade is to a newer firmware");
        Must(
            answer.State is not (GateState.Pending or GateState.Paired) || string.CompareOrdinal(c.Firmware, "20230801") >= 0,
            "old firmware is upgraded before it can be paired");
    }

    private void FollowCas(IServerCommand command, IReadOnlyList<IServerEvent> events)
    {
        var done = !events.OfType<Refused>().Any();
        switch (command)
        {
            case ApproveRequests c when done:
                Must(twoFactor, "only a user with two-factor sign-in approves");
                Must(c.Requests.All(r => !refused.Contains(r)), "a refused request is not approved");
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

/// <summary>A rule that must always hold was broken.</summary>
public sealed class BrokenInvariantException(string message) : Exception(message);
