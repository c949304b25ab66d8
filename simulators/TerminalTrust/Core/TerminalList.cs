namespace PairingLab.TerminalTrust.Core;

/// <summary>CAS's terminal list with its event list and rules: terminals are created, set inactive, given a VPN configuration.</summary>
internal static class TerminalList
{
    /// <summary>A hosted server runs for years; older events are dropped.</summary>
    private const int EventsKept = 200;

    private const int LongestSerial = 20;

    public static IEnumerable<IServerEvent> Decide(ServerState state, CreateTerminal c) =>
        !IsSerial(c.Serial) ? [new Refused(Refusal.BadSerial)]
        : state.Terminals.ContainsKey(c.Serial) ? [new Refused(Refusal.AlreadyThere)]
        : [new TerminalCreated(c.Serial)];

    public static IEnumerable<IServerEvent> Decide(ServerState state, GenerateVpn c) =>
        state.Terminals.ContainsKey(c.Serial) ? [new VpnGenerated(c.Serial, c.Key)] : [new Refused(Refusal.NoSuchTerminal)];

    public static IEnumerable<IServerEvent> Decide(ServerState state, SetActive c) =>
        state.Terminals.ContainsKey(c.Serial) ? [new ActiveSet(c.Serial, c.Active)] : [new Refused(Refusal.NoSuchTerminal)];

    public static IEnumerable<IServerEvent> Decide(ServerState state, SetIpWhitelist c) => state.Terminals.ContainsKey(c.Serial)
        ? [new IpWhitelistSet(c.Serial, string.Join(", ", c.Addresses))]
        : [new Refused(Refusal.NoSuchTerminal)];

    public static ServerState? Apply(ServerState state, IServerEvent happened) => happened switch
    {
        TerminalCreated e => state with { Terminals = state.Terminals.Add(e.Serial, new(e.Serial)) },
        VpnGenerated e => state.With(e.Serial, t => t with { VpnKey = e.Key }),
        ActiveSet e => state.With(e.Serial, t => t with { Active = e.Active, Session = e.Active ? t.Session : null }),
        IpWhitelistSet e => state.With(e.Serial, t => t with { IpWhitelist = e.Addresses }),
        RulesChanged e => state with { Rules = e.Rules },
        Logged e => state with
        {
            Log = (state.Log.Count < EventsKept ? state.Log : state.Log.RemoveAt(0)).Add(new(e.At, e.Serial, e.Code)),
        },
        _ => null,
    };

    /// <summary>Capital letters and digits, as on the terminal's serial plate: BT101308.</summary>
    private static bool IsSerial(string text) =>
        text.Length is >= 3 and <= LongestSerial && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
}
