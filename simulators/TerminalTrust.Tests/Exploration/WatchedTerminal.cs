using PairingLab.Kernel.Network;
using PairingLab.TerminalTrust.Api;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Kiosk;

namespace PairingLab.TerminalTrust.Tests.Exploration;

/// <summary>A terminal's core, with its cable.</summary>
internal sealed class WatchedTerminal(string serial, string firmware)
{
    private const int Total = 8;
    private readonly KioskLogic logic = new(serial, serial, firmware, new());
    private int keys;
    private string highest = firmware;
    private string? pinned;

    public string Serial => serial;

    public KioskState State { get; private set; } = new()
    {
        Serial = serial,
        Firmware = firmware,
        Screen = KioskScreen.Running,
        Code = $"{serial} key 0",
        Scenario = DeploymentScenario.B,
    };

    public bool IsCut { get; set; }

    /// <summary>Keys that it had before its factory resets; a thief may have copied them.</summary>
    public List<string> OldKeys { get; } = [];

    public void Press(string button, DateTimeOffset now) => Change(s => logic.Press(s, button, now));

    public void Type(string host) => Change(s => logic.Type(s, KioskLogic.HostField, host));

    /// <summary>After a restore or a factory reset; the VPN is outside again.</summary>
    public void HasBooted() => Change(s => s with { Screen = KioskScreen.Running, Scenario = DeploymentScenario.B });

    public void Change(Func<KioskState, KioskState> what)
    {
        State = what(State);
        if (State.Code == "")
        {
            // A factory reset: the terminal makes a new key. The real one is made by its client.
            OldKeys.Add($"{serial} key {keys}");
            keys++;
            pinned = null;
            State = State with { Code = $"{serial} key {keys}" };
        }

        ReferenceModel.Must(string.CompareOrdinal(State.Firmware, highest) >= 0, "the firmware never gets older");
        highest = State.Firmware;
        ReferenceModel.Must(State.Code == $"{serial} key {keys}", "a terminal shows the code of its own certificate");
        ReferenceModel.Must(pinned is null || State.Pin == pinned, "only a factory reset forgets a pinned server");
        pinned = State.Pin;
    }

    public void Ask(IReadOnlyList<WatchedServer> servers, DateTimeOffset now)
    {
        var server = servers.FirstOrDefault(s => s.Host == State.Host);
        if (server is null)
        {
            return;
        }

        if (State.Master is null)
        {
            Change(s => ReplyHandling.Gate(
                s, IsCut ? new(null, FailureReason.CalledBack) : server.Reply(new(serial, s.Firmware, s.Code), now)));
        }

        if (State.Master is { } master)
        {
            var at = servers.Single(s => s.Host == $"{master}:7741");
            Change(s => ReplyHandling.Master(s, IsCut ? new(Serves: false, Why: FailureReason.CalledBack) : Serve(at, s, now)));
            ReferenceModel.Must(!State.InService || at.Master == State.Pin, "a terminal is in service only at the server that it trusts");
        }

        if (State.Trouble?.Bits == ErrorBits.CertificateMismatch)
        {
            server.Count("pin mismatch");
        }
    }

    public void Fetch(IReadOnlyList<WatchedServer> servers, DateTimeOffset now)
    {
        if (IsCut || State is not { Upgrade: { } upgrade, Trouble: null }
            || servers.FirstOrDefault(s => s.Host == State.Host) is not { } server)
        {
            return;
        }

        var refused = server.Do(new SendPackage(State.Code, upgrade.To, upgrade.Received + 1, Total), now).OfType<Refused>().Any();
        Change(s => ReplyHandling.Piece(s, upgrade.Received + 1, refused ? 0 : Total, FailureReason.None));
        if (State.Upgrade?.Received == Total)
        {
            Change(s => ReplyHandling.Installed(s, upgrade.To));
        }
    }

    /// <summary>A false gate offers firmware; whether it was installed.</summary>
    public bool TakesFirmware(string version)
    {
        var before = State.Firmware;
        Change(s => ReplyHandling.Gate(s, new(new UpgradeRequiredResponse(version, "a false package"))));
        if (State.Upgrade?.To == version)
        {
            Change(s => ReplyHandling.Piece(s, Total, Total, FailureReason.None));
            Change(s => ReplyHandling.Installed(s, version));
        }

        return State.Firmware != before;
    }

    private static MasterReply Serve(WatchedServer at, KioskState state, DateTimeOffset now)
    {
        if (at.Master != state.Pin)
        {
            return new(Serves: false, Why: FailureReason.Tls, IsAnother: true);
        }

        var question = new AskStatus(state.Code, "127.0.0.1", state.Scenario == DeploymentScenario.A);
        var answer = at.Do(question, now).OfType<MasterAnswered>().Single();
        return new(answer.Reason is null, answer.Reason);
    }
}
