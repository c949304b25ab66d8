using PairingLab.AccessControl.Devices;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Devices;

/// <summary>Entries that a device decides by itself.</summary>
public sealed class OfflineEntryTests
{
    private const string Unknown = "4111111111111111";

    [Fact]
    public async Task They_are_kept_over_a_power_cut()
    {
        await using var terminal = await Terminal.StartPairedAsync();
        await terminal.TapOfflineAsync();
        await terminal.PressAsync(MacsDeviceButtons.Ok);
        await terminal.LosePowerForAMomentAsync();
        terminal.Shown.ShouldContain("Offline entries to report: 1");
        terminal.Front.Broken = false;
        await terminal.PassAsync(TimeSpan.FromMinutes(1));
        terminal.Shown.ShouldNotContain("Offline entries");
        (await terminal.Macs.Macs.Locations.OperationsAsync(9)).Single().Status.ShouldBe("COMPLETED");
    }

    /// <summary>The ranges are asked for first; the list is for cards in none of them.</summary>
    [Theory]
    [InlineData(RunningMacs.Pan, "OFFLINE_BIN")]
    [InlineData(Unknown, "OFFLINE_WHITELIST")]
    public async Task A_card_on_the_whitelist_gets_in_by_it_when_no_range_has_it(string pan, string source)
    {
        await using var terminal = await Terminal.StartPairedAsync();
        await terminal.Macs.Macs.Lists.AddAsync(pan);
        await terminal.PressAsync(MacsDeviceButtons.Lists);
        await terminal.PressAsync(MacsDeviceButtons.Ok);
        await terminal.TapOfflineAsync(pan);
        terminal.Shown.ShouldBe($"Entry allowed: Entry allowed without connection. It is kept and reported later. | {source}");
    }

    [Fact]
    public async Task A_card_in_no_range_and_on_no_list_stays_out_and_nothing_is_kept()
    {
        await using var terminal = await Terminal.StartPairedAsync();
        await terminal.TapOfflineAsync(Unknown);
        terminal.Shown.ShouldBe("Entry refused: Without connection this card can't be accepted. | No connection to MACS");
        terminal.State.Memory.Kept.ShouldBeEmpty();
    }

    /// <summary>The entry would be lost with the power, and MACS would never hear of it.</summary>
    [Fact]
    public async Task Nobody_gets_in_as_long_as_the_entry_can_not_be_kept()
    {
        await using var terminal = await Terminal.StartPairedAsync();
        terminal.IsDiskFull = true;
        await terminal.TapOfflineAsync();
        terminal.Shown.ShouldBe("Access Control: Please wait... | the disk is full");

        terminal.IsDiskFull = false;
        await terminal.PassAsync(TimeSpan.FromMinutes(1));
        terminal.Shown.ShouldBe("Entry allowed: Entry allowed without connection. It is kept and reported later. | OFFLINE_BIN");
        await terminal.LosePowerForAMomentAsync();
        terminal.State.Memory.Kept.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Every_entry_has_an_id_of_its_own()
    {
        await using var terminal = await Terminal.StartPairedAsync();
        await terminal.TapOfflineAsync();
        await terminal.PressAsync(MacsDeviceButtons.Ok);
        await terminal.TapOfflineAsync();
        await terminal.PressAsync(MacsDeviceButtons.Ok);
        terminal.Front.Broken = false;
        await terminal.PassAsync(TimeSpan.FromMinutes(1));
        terminal.Shown.ShouldNotContain("Offline entries");
        (await terminal.Macs.Macs.Locations.OperationsAsync(9)).Count.ShouldBe(2);
    }

    /// <summary>Its disk is empty, and MACS still has the entries of the terminal before it under the same serial number.</summary>
    [Fact]
    public async Task The_entries_of_a_replaced_terminal_are_no_duplicates_of_those_before()
    {
        await using var terminal = await Terminal.StartPairedAsync();
        await EnterOfflineAsync(terminal);
        await terminal.ReplaceAsync();
        await terminal.Macs.Macs.Locations.DeleteTerminalAsync("SN-1");
        await terminal.Macs.Macs.Locations.AddTerminalAsync("SN-1", "WAW-1");
        await terminal.PairAsync();
        await EnterOfflineAsync(terminal);
        (await terminal.Macs.Macs.Locations.OperationsAsync(9)).Count.ShouldBe(2);
    }

    private static async Task EnterOfflineAsync(Terminal terminal)
    {
        await terminal.TapOfflineAsync();
        await terminal.PressAsync(MacsDeviceButtons.Ok);
        terminal.Shown.ShouldContain("Offline entries to report: 1");
        terminal.Front.Broken = false;
        await terminal.PassAsync(TimeSpan.FromMinutes(1));
        terminal.Shown.ShouldNotContain("Offline entries");
    }
}
