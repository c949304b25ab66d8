using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Kiosk;

namespace PairingLab.TerminalTrust.Tests.Devices;

/// <summary>Every button of every screen of a terminal is pressed.</summary>
public sealed class KioskButtonTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static readonly KioskLogic Logic = new("kiosk-1", "BT1", "20230801", new());

    private static readonly KioskState Running = new() { Serial = "BT1", Code = Fingerprint.Of("own"u8), Screen = KioskScreen.Running };

    public static TheoryData<KioskState> States => new(
        Running,
        Running with { Host = "gate" },
        Running with { Host = "gate", InService = true },
        Running with { Host = "gate", Trouble = new(ErrorBits.Rejected, RejectionReason.NotPaired) },
        Running with { Host = "gate", WaitsForUpgrade = true },
        Running with { Host = "gate", Upgrade = new("20230801", "p", 8, 16) });

    /// <summary>A button that changes nothing should not be offered.</summary>
    [Theory]
    [MemberData(nameof(States))]
    public void Every_button_that_is_offered_does_something(KioskState from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var states = new Queue<KioskState>([from]);
        while (states.TryDequeue(out var state))
        {
            var panel = KioskPanel.Of("kiosk-1", state);
            if (!seen.Add($"{panel.Title}{string.Join(',', panel.Texts)}"))
            {
                continue;
            }

            foreach (var button in panel.Buttons.Where(b => b.Enabled))
            {
                var after = Logic.Press(state, button.Name, Now);
                after.ShouldNotBe(state, $"[{button.Name}] on {panel.Title}");
                states.Enqueue(after);
            }
        }

        seen.Count.ShouldBeGreaterThan(3);
    }

    [Theory]
    [InlineData("gate", true)]
    [InlineData("gate:7741", true)]
    [InlineData(" 127.0.0.1 ", true)]
    [InlineData("[::1]:7741", true)]
    [InlineData("", false)]
    [InlineData("https://gate", false)]
    [InlineData("gate/terminal", false)]
    [InlineData("gate:99999", false)]
    [InlineData("me@gate", false)]
    public void Only_a_host_can_be_saved(string typed, bool canBe)
    {
        var state = Logic.Type(Logic.Press(Running, "Advanced administration", Now), KioskLogic.HostField, typed);
        KioskPanel.Of("kiosk-1", state).Buttons.Single(b => b.Name == "Save").Enabled.ShouldBe(canBe);
        Logic.Press(state, "Save", Now).Host.ShouldBe(canBe ? typed.Trim() : "");
    }
}
