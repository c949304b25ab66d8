using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Core.Events;

namespace PairingLab.TerminalTrust.Core;

/// <summary>CAS's terminal list and its action menu.</summary>
internal static class TerminalList
{
    private const int LongestSerial = 20;

    public static IEnumerable<IServerEvent> On(ServerState state, CreateTerminal c) =>
        !IsSerial(c.Serial) ? [new Refused(Refusal.BadSerial)]
        : state.Terminals.ContainsKey(c.Serial) ? [new Refused(Refusal.AlreadyThere)]
        : [new TerminalCreated(c.Serial)];

    public static IEnumerable<IServerEvent> On(ServerState state, GenerateVpn c) =>
        state.Terminals.ContainsKey(c.Serial) ? [new VpnGenerated(c.Serial, c.Key)] : [new Refused(Refusal.NoSuchTerminal)];

    public static IEnumerable<IServerEvent> On(ServerState state, SetActive c) =>
        state.Terminals.ContainsKey(c.Serial) ? [new ActiveSet(c.Serial, c.Active)] : [new Refused(Refusal.NoSuchTerminal)];

    /// <summary>Unpairing forgets every fingerprint of a terminal: the trusted one, those refused, and those that ask.</summary>
    public static IEnumerable<IServerEvent> On(ServerState state, UnpairTerminal c) =>
        !state.Terminals.TryGetValue(c.Serial, out var terminal) ? [new Refused(Refusal.NoSuchTerminal)]
        : terminal.Fingerprint is null && terminal.Refused.IsEmpty && !state.RequestsOf(c.Serial).Any() ? [new Refused(Refusal.NothingToUnpair)]
        : [new TerminalUnpaired(c.Serial, terminal.Fingerprint)];

    /// <summary>Letters and digits, as on the type plate: BT101308.</summary>
    private static bool IsSerial(string text) => text.Length is >= 3 and <= LongestSerial && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
}
