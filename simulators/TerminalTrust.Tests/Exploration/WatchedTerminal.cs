using PairingLab.Kernel.Network;
using PairingLab.TerminalTrust.Api;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Core.Events;
using PairingLab.TerminalTrust.Devices.Kiosk;

namespace PairingLab.TerminalTrust.Tests.Exploration;

/// <summary>A terminal's core, with its cable.</summary>
internal sealed class WatchedTerminal(string serial, string firmware)
{
    private const int Total = 8;
    private int keys;
    private string highest = firmware;
    private string? pinned;

    public string Serial => serial;

    public KioskState State { get; private set; } = new() { Serial = serial, Firmware = firmware, Screen = KioskScreen.Running, Code = $"{serial} key 0", Scenario = DeploymentScenario.B };

    public bool IsCut { get; set; }

    /// <summary>Keys that it had before its factory resets; a thief may have copied them.</summary>
    public List<string> OldKeys { get; } = [];

    public void Change(Func<KioskState, KioskState> what)
    {
        var after = what(State);
        if (after.Wipe != KioskWipe.None)
        {
            Wipe(after);
        }
        else
        {
            State = after;
        }

        Onlooker.Must(string.CompareOrdinal(State.Firmware, highest) >= 0, "the firmware only rises");
        highest = State.Firmware;
        Onlooker.Must(State.Code == $"{serial} key {keys}", "a terminal shows the code of its own certificate");
        Onlooker.Must(pinned is null || State.Pin == pinned, "a pinned server is forgotten by a factory reset only");
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
            Change(s => KioskHearing.Gate(s, IsCut ? new(null, NoReply.CalledBack) : server.Hear(new(serial, s.Firmware, s.Code), now)));
        }

        if (State.Master is { } master)
        {
            var at = servers.Single(s => s.Host == $"{master}:7741");
            Change(s => KioskHearing.Master(s, IsCut ? new(Serves: false, Why: NoReply.CalledBack) : Serve(at, s, now)));
            Onlooker.Must(!State.InService || at.Master == State.Pin, "a terminal is in service at the server that it trusts only");
        }

        if (State.Trouble?.Bits == ErrorBits.CertificateMismatch)
        {
            server.Count("pin mismatch");
        }
    }

    public void Fetch(IReadOnlyList<WatchedServer> servers, DateTimeOffset now)
    {
        if (State is not { Upgrade: { } upgrade, Trouble: null } || servers.FirstOrDefault(s => s.Host == State.Host) is not { } server || IsCut)
        {
            return;
        }

        var refused = server.Do(new SendPackage(State.Code, upgrade.To, upgrade.Received + 1, Total), now).OfType<Refused>().Any();
        Change(s => KioskHearing.Piece(s, upgrade.Received + 1, refused ? 0 : Total, NoReply.None));
        if (State.Upgrade?.Received == Total)
        {
            Change(s => KioskHearing.Installed(s, upgrade.To));
        }
    }

    /// <summary>Offered firmware by somebody whom gate's address leads to; whether it was installed.</summary>
    public bool TakesFirmware(string version)
    {
        var before = State.Firmware;
        Change(s => KioskHearing.Gate(s, new(new UpgradeRequiredResponse(version, "a false package"))));
        if (State.Upgrade?.To == version)
        {
            Change(s => KioskHearing.Piece(s, Total, Total, NoReply.None));
            Change(s => KioskHearing.Installed(s, version));
        }

        return State.Firmware != before;
    }

    private static MasterHeard Serve(WatchedServer at, KioskState state, DateTimeOffset now)
    {
        if (at.Master != state.Pin)
        {
            return new(Serves: false, Why: NoReply.Tls, IsAnother: true);
        }

        var answer = at.Do(new AskStatus(state.Code, "127.0.0.1", state.Scenario == DeploymentScenario.A), now).OfType<MasterAnswered>().Single();
        return new(answer.Reason is null, answer.Reason);
    }

    private void Wipe(KioskState after)
    {
        if (after.Wipe == KioskWipe.FactoryReset)
        {
            OldKeys.Add(State.Code);
            keys++;
            pinned = null;
        }

        State = KioskMemory.Of(after).After(after.Wipe).ToState() with
        {
            Serial = serial,
            Code = $"{serial} key {keys}",
            Screen = KioskScreen.Running,
            Scenario = DeploymentScenario.B,
            Attempt = after.Attempt + 1,
        };
    }
}
