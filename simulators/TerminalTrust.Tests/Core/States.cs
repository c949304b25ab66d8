using System.Collections.Immutable;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Tests.Core;

/// <summary>The states of a server: every combination of terminals, requests, upgrades, users and rules.</summary>
internal static class States
{
    public static readonly TrustSettings Settings = new() { UpgradeSlots = 1 };

    public static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static readonly Terminal?[] First =
    [
        null,
        new("BT1"),
        new("BT1") { Refused = [.. new[] { "BB" }] },
        new("BT1") { Fingerprint = "AA", Session = new(After(-3), ThroughVpn: true), LastHeard = After(-3) },
        new("BT1") { Fingerprint = "AA", Session = new(After(-60), ThroughVpn: true), LastHeard = After(-60) },
        new("BT1") { Fingerprint = "AA", Rejection = new(RejectionReason.IpWhitelist, After(-60)), Active = false },
    ];

    private static readonly RequestKey[][] Requests = [[], [new("BT1", "BB")], [new("BT1", "BB"), new("BT1", "DD")]];

    private static readonly UpgradeSlot?[] Upgrades =
    [
        null,
        new("BT2", "CC", "20221118", "20230801", 0, 0, After(-3)),
        new("BT3", "EE", "20221118", "20230801", 0, 0, After(-600)),
        new("BT3", "EE", "20221118", "20230801", 0, 0, After(-3)),
    ];

    private static readonly SignIn?[] SignIns =
    [
        null,
        new("operator", AwaitsCode: true, TwoFactor: false, Now),
        new("operator", AwaitsCode: false, TwoFactor: true, Now),
        new("clerk", AwaitsCode: false, TwoFactor: false, Now),
        new("clerk", AwaitsCode: false, TwoFactor: false, Now.AddDays(-1)),
    ];

    private static readonly WrongTries[] Tries = [WrongTries.None, new(4, null), new(0, After(60))];

    private static readonly ServingRules[] Rules =
    [
        ServingRules.New, new(null, [], null), new(1, [.. new[] { "10.0.0.1" }], null), new(1, [], OpeningHours.Parse("20:00-21:00")),
    ];

    public static IEnumerable<ServerState> All =>
        from first in First
        from requests in Requests
        from upgrade in Upgrades
        from signIn in SignIns
        from tries in Tries
        from rules in Rules
        where first is not null || requests.Length == 0
        select Make(first, requests, upgrade, signIn, tries, rules);

    /// <summary>A state in words, for the message of a failing test.</summary>
    public static string Describe(ServerState s) => string.Join(
        "; ",
        [
            s.Terminals.GetValueOrDefault("BT1")?.ToString() ?? "no BT1",
            $"requests: {string.Join(", ", s.Requests.Keys)}",
            $"upgrades: {string.Join(", ", s.Upgrades.Values)}",
            $"sign-in: {s.SignIn}",
            $"wrong tries: {string.Join(", ", s.WrongTries.Values)}",
            s.Rules.ToString(),
        ]);

    private static ServerState Make(
        Terminal? first, RequestKey[] requests, UpgradeSlot? upgrade, SignIn? signIn, WrongTries tries, ServingRules rules)
    {
        var empty = ServerState.New;
        Terminal[] terminals = [.. first is null ? [] : new[] { first }, new("BT2"), new("BT3")];
        return empty with
        {
            Terminals = empty.Terminals.AddRange(terminals.Select(t => KeyValuePair.Create(t.Serial, t))),
            Trusted = first?.Fingerprint is { } trusted ? empty.Trusted.Add(trusted, first.Serial) : empty.Trusted,
            Requests = requests.ToImmutableDictionary(r => r, r => new PairingRequest(r, After(-700), After(-300))),
            Upgrades = upgrade is null ? empty.Upgrades : empty.Upgrades.Add(upgrade.Serial, upgrade),
            Queue = upgrade is null ? [] : [.. new[] { new WaitingTerminal("BT1", After(-3)) }],
            SignIn = signIn,
            WrongTries = empty.WrongTries.Add("operator", tries),
            LastCodes = empty.LastCodes.Add("operator", 6),
            Rules = rules,
        };
    }

    private static DateTimeOffset After(double seconds) => Now.AddSeconds(seconds);
}
