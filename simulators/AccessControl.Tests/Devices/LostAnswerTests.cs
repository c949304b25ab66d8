using PairingLab.AccessControl.Devices;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Devices;

/// <summary>MACS has done what it was asked for, and its answer never arrives.</summary>
public sealed class LostAnswerTests
{
    private const string Open =
        "Confirm entry: The confirmation has no answer yet. | MACS does not answer. Check the connection and try again.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pairing_is_found_out_by_the_next_try(bool powerFails)
    {
        await using var terminal = await Terminal.StartAsync();
        await terminal.TypeCodeAsync();
        terminal.Front.LoseNextAnswer("/pos/pair");
        await terminal.PressAsync(MacsDeviceButtons.Pair);
        terminal.Shown.ShouldBe("NOT PAIRED: MACS does not answer. Check the connection and try again.");
        (await terminal.Macs.Macs.Locations.TerminalsAsync()).Single(t => t.Serial == "SN-1").PublicKey.ShouldNotBeNull();

        await (powerFails ? terminal.LosePowerForAMomentAsync() : terminal.PressAsync(MacsDeviceButtons.Ok));
        await terminal.Device.EnterAsync(MacsDeviceFields.Code, "12345678");
        await terminal.PressAsync(MacsDeviceButtons.Pair);
        terminal.Shown.ShouldBe("PAIRED: The terminal is paired.");
        await terminal.PressAsync(MacsDeviceButtons.Ok);
        terminal.Shown.ShouldContain("Offline lists: 2026-01-05 08:00, 0 ranges, 0 cards");
    }

    /// <summary>Only a terminal that has the key of the pairing may say that it is paired.</summary>
    [Fact]
    public async Task A_pairing_of_another_terminal_with_that_number_is_not_taken_over()
    {
        await using var terminal = await Terminal.StartPairedAsync();
        await terminal.ReplaceAsync();
        await terminal.Device.EnterAsync(MacsDeviceFields.Code, "12345678");
        await terminal.PressAsync(MacsDeviceButtons.Pair);
        terminal.Shown.ShouldBe("NOT PAIRED: The device is paired already. | ALREADY_PAIRED");
    }

    [Fact]
    public async Task A_confirmation_that_was_counted_counts_once()
    {
        await using var terminal = await OpenAsync();
        await terminal.PressAsync(MacsDeviceButtons.TryAgain);
        await CountedOnceAsync(terminal);
    }

    [Fact]
    public async Task A_confirmation_that_was_counted_counts_once_over_a_power_cut()
    {
        await using var terminal = await OpenAsync();
        await terminal.LosePowerForAMomentAsync();
        await terminal.PassAsync(TimeSpan.Zero);
        await CountedOnceAsync(terminal);
    }

    [Fact]
    public async Task An_offline_entry_that_was_taken_is_a_duplicate_then_and_leaves_the_device()
    {
        await using var terminal = await Terminal.StartPairedAsync();
        await terminal.TapOfflineAsync();
        await terminal.PressAsync(MacsDeviceButtons.Ok);
        terminal.Front.LoseNextAnswer("/pos/offline_reports");
        terminal.Front.Broken = false;
        await terminal.PassAsync(TimeSpan.FromMinutes(1));
        terminal.Shown.ShouldContain("Offline entries to report: 1");
        (await terminal.Macs.Macs.Locations.OperationsAsync(9)).Count.ShouldBe(1);

        await terminal.PassAsync(TimeSpan.FromMinutes(1));
        terminal.Front.Asked("/pos/offline_reports").ShouldBe(2);
        terminal.Shown.ShouldNotContain("Offline entries");
        (await terminal.Macs.Macs.Locations.OperationsAsync(9)).Count.ShouldBe(1);
    }

    /// <summary>An entry that MACS has counted, and the device does not know.</summary>
    private static async Task<Terminal> OpenAsync()
    {
        var terminal = await Terminal.StartPairedAsync();
        await terminal.TapAsync();
        terminal.Front.LoseNextAnswer("/pos/confirm_entry");
        await terminal.PressAsync(MacsDeviceButtons.Confirm);
        terminal.Shown.ShouldBe(Open);
        (await terminal.Macs.Macs.Locations.OperationsAsync(9)).Single().Status.ShouldBe("COMPLETED");
        return terminal;
    }

    private static async Task CountedOnceAsync(Terminal terminal)
    {
        terminal.Front.Asked("/pos/confirm_entry").ShouldBe(2);
        terminal.Shown.ShouldStartWith("COMPLETED: ");
        await terminal.PressAsync(MacsDeviceButtons.Ok);
        await terminal.TapAsync();
        terminal.Shown.ShouldContain("Free visits left: 1");
    }
}
