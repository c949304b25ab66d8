using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Tests.Core;

/// <summary>Samples of every command of a server, valid and invalid ones.</summary>
internal static class CommandSamples
{
    public static IReadOnlyList<IServerCommand> All { get; } =
    [
        new Hello("BT1", "20230801", "AA"),
        new Hello("BT1", "20230801", "BB"),
        new Hello("BT1", "20190130", "AA"),
        new Hello("BT2", "20221118", "AA"),
        new Hello("BT2", "20221118", "CC"),
        new Hello("BT9", "20230801", "AA"),
        new SendPackage("CC", "20230801", 4096, 32768),
        new SendPackage("CC", "20221118", 4096, 32768),
        new AskStatus("AA", "127.0.0.1", ThroughVpn: true),
        new AskStatus("BB", "127.0.0.1", ThroughVpn: false),
        new CreateTerminal("BT1"),
        new CreateTerminal("BT7"),
        new CreateTerminal("bt 7"),
        new GenerateVpn("BT1", "K"),
        new GenerateVpn("BT9", "K"),
        new ApproveRequests([new("BT1", "BB")]),
        new ApproveRequests([new("BT1", "BB"), new("BT1", "DD")]),
        new ApproveRequests([]),
        new RefuseRequest(new("BT1", "BB")),
        new RefuseRequest(new("BT9", "BB")),
        new UnpairTerminal("BT1"),
        new UnpairTerminal("BT2"),
        new UnpairTerminal("BT9"),
        new SetActive("BT1", Active: false),
        new SetActive("BT9", Active: false),
        new SetIpWhitelist("BT1", ["10.0.0.1"]),
        new SetIpWhitelist("BT9", []),
        new ChangeRules(new(null, [], null)),
        new LoseFingerprints(),
        new GivePassword("operator", Right: true, HasTwoFactor: true),
        new GivePassword("clerk", Right: true, HasTwoFactor: false),
        new GivePassword("operator", Right: false, HasTwoFactor: true),
        new GiveCode(7),
        new GiveCode(null),
        new SignOut(),
        new PassTime(),
        new SkipTime(TimeSpan.FromMinutes(1)),
    ];
}
