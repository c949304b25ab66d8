using PairingLab.AccessControl.Devices;

namespace PairingLab.AccessControl.Tests.Devices;

/// <summary>How a device comes by its offline lists, daily or by the button.</summary>
public sealed class OfflineListTests
{
    private const string Ranges = "/pos/fallback_bin_ranges";
    private const string Hashes = "/pos/whitelisted_pans";

    public static TheoryData<string, int, string> Troubles => new()
    {
        { Ranges, 503, """{"code":"INTERNAL_ERROR","message":"MACS could not do this."}""" },
        { Ranges, 500, "" },
        { Ranges, 200, "" },
        { Ranges, 200, "<html>Welcome to our hotel</html>" },
        { Ranges, 200, "null" },
        { Ranges, 200, "{}" },
        { Ranges, 200, """{"ranges":[null]}""" },
        { Ranges, 200, """{"ranges":[{"low":"Hello","high":"World"}]}""" },
        { Hashes, 503, "null" },
        { Hashes, 200, "<html>Welcome to our hotel</html>" },
        { Hashes, 200, "{}" },
        { Hashes, 200, """{"hashes":[null]}""" },
        { Hashes, 200, """{"hashes":["zz00000000000000000000000000000000000000000000000000000000000000"]}""" },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_list_that_was_not_had_is_asked_for_again_after_a_minute(string path, int status, string body)
    {
        await using var terminal = await Terminal.StartAsync();
        terminal.Front.Answer(path, status, body);
        await terminal.PairAsync();
        terminal.Front.Asked(path).ShouldBe(1);
        terminal.Shown.ShouldContain("Offline lists: none");

        await terminal.PassAsync(TimeSpan.FromSeconds(59));
        terminal.Front.Asked(path).ShouldBe(1);
        await terminal.PassAsync(TimeSpan.FromSeconds(1));
        terminal.Front.Asked(path).ShouldBe(2);

        terminal.Front.PassOn(path);
        await terminal.PassAsync(TimeSpan.FromMinutes(1));
        terminal.Shown.ShouldContain("Offline lists: 2026-01-05 08:02");
        await terminal.PassAsync(TimeSpan.FromHours(24).Add(TimeSpan.FromSeconds(-1)));
        terminal.Front.Asked(path).ShouldBe(3);
        await terminal.PassAsync(TimeSpan.FromSeconds(1));
        terminal.Front.Asked(path).ShouldBe(4);
        terminal.Shown.ShouldContain("Offline lists: 2026-01-06 08:02");
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task The_button_tells_of_a_list_that_was_not_had_and_the_old_lists_stay(string path, int status, string body)
    {
        await using var terminal = await Terminal.StartPairedAsync();
        terminal.Front.Answer(path, status, body);
        await terminal.PressAsync(MacsDeviceButtons.Lists);
        terminal.Shown.ShouldBe(
            body.Contains("code", StringComparison.Ordinal) ? "Offline lists: MACS could not do this. | INTERNAL_ERROR"
            : $"Offline lists: MACS does not answer. Check the connection and try again. | HTTP {(status == 200 ? 502 : status)}");
        await terminal.PressAsync(MacsDeviceButtons.Ok);
        terminal.Shown.ShouldContain("Offline lists: 2026-01-05 08:00, 1 ranges, 0 cards");
    }

    [Fact]
    public async Task The_button_tells_of_lists_that_were_had()
    {
        await using var terminal = await Terminal.StartPairedAsync();
        await terminal.PressAsync(MacsDeviceButtons.Lists);
        terminal.Shown.ShouldBe("Offline lists: The offline lists are up to date.");
        (terminal.Front.Asked(Ranges), terminal.Front.Asked(Hashes)).ShouldBe((2, 2));
    }

    /// <summary>The lists "per each POS" are of a location, and the terminal may stand at another one now.</summary>
    [Fact]
    public async Task A_new_pairing_begins_with_new_lists()
    {
        await using var terminal = await Terminal.StartPairedAsync();
        await terminal.Macs.Macs.Locations.DeleteTerminalAsync("SN-1");
        await terminal.Macs.Macs.Locations.AddTerminalAsync("SN-1", "WAW-2");
        await terminal.PressAsync(MacsDeviceButtons.Lists);
        terminal.Shown.ShouldBe("Not paired: MACS does not accept this terminal any more. Pair it again.");
        await terminal.PressAsync(MacsDeviceButtons.Ok);
        terminal.Front.Answer(Ranges, 503, "");
        await terminal.PairAsync();
        terminal.Shown.ShouldContain("Offline lists: none");
        terminal.State.Memory.Ranges.ShouldBeEmpty();
    }
}
