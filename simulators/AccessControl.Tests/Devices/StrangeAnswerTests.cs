using PairingLab.AccessControl.Devices;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Devices;

/// <summary>Answers that make no sense: the device says so, lets nobody in, loses nothing and can be used again.</summary>
public sealed class StrangeAnswerTests
{
    private const string ThirdPartyFailure = "MACS does not answer. Check the connection and try again.";

    [Theory]
    [InlineData(200, "<html>Welcome to our hotel</html>", "HTTP 502")]
    [InlineData(200, "", "HTTP 502")]
    [InlineData(200, "null", "HTTP 502")]
    [InlineData(200, "{}", "HTTP 502")]
    [InlineData(200, """{"accessId":"1"}""", "HTTP 502")]
    [InlineData(200, """{"cardholder":{}}""", "HTTP 502")]
    [InlineData(500, "null", "HTTP 500")]
    [InlineData(500, "[]", "HTTP 500")]
    [InlineData(503, """{"error":{"code":"STORE","message":"disk full"}}""", "HTTP 503")]
    [InlineData(422, """{"code":"LIMIT_EXCEEDED"}""", "HTTP 422")]
    [InlineData(422, """{"message":"No more"}""", "HTTP 422")]
    public async Task Nobody_gets_in_on_an_answer_to_the_check_that_makes_no_sense(int status, string body, string shown)
    {
        await using var terminal = await Terminal.StartPairedAsync();
        terminal.Front.Answer("/pos/check_entry", status, body);
        await terminal.TapAsync();
        terminal.Shown.ShouldBe($"Entry refused: {ThirdPartyFailure} | {shown}");
        await terminal.PressAsync(MacsDeviceButtons.Ok);

        terminal.Front.PassOn("/pos/check_entry");
        await terminal.TapAsync();
        terminal.Shown.ShouldStartWith("Visits left: ");
    }

    [Theory]
    [InlineData(200, "<html>Welcome to our hotel</html>")]
    [InlineData(200, """{"status":"CREATED"}""")]
    [InlineData(503, "")]
    public async Task A_confirmation_waits_for_the_word_of_MACS_itself(int status, string body)
    {
        await using var terminal = await Terminal.StartPairedAsync();
        await terminal.TapAsync();
        terminal.Front.Answer("/pos/confirm_entry", status, body);
        await terminal.PressAsync(MacsDeviceButtons.Confirm);
        terminal.Shown.ShouldBe($"Confirm entry: The confirmation has no answer yet. | {ThirdPartyFailure}");

        terminal.Front.PassOn("/pos/confirm_entry");
        await terminal.PressAsync(MacsDeviceButtons.TryAgain);
        terminal.Shown.ShouldStartWith("COMPLETED: ");
        (await terminal.Macs.Macs.Locations.OperationsAsync(9)).Single().Status.ShouldBe("COMPLETED");
    }

    [Theory]
    [InlineData("<html>Welcome to our hotel</html>")]
    [InlineData("{}")]
    public async Task A_device_is_not_paired_by_somebody_else_than_MACS(string body)
    {
        await using var terminal = await Terminal.StartAsync();
        terminal.Front.Answer("/pos/pair", 200, body);
        await terminal.TypeCodeAsync();
        await terminal.PressAsync(MacsDeviceButtons.Pair);
        terminal.Shown.ShouldBe($"NOT PAIRED: {ThirdPartyFailure} | HTTP 502");
        await terminal.PressAsync(MacsDeviceButtons.Ok);

        terminal.Front.PassOn("/pos/pair");
        await terminal.PairAsync();
    }

    [Theory]
    [InlineData(200, "<html>Welcome to our hotel</html>")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"entries":[null]}""")]
    [InlineData(200, """{"entries":[{"status":"ACCEPTED"}]}""")]
    [InlineData(200, """{"entries":[{"localId":"1","status":"WHAT"}]}""")]
    [InlineData(200, """{"entries":[]}""")]
    [InlineData(500, "null")]
    public async Task An_entry_is_kept_until_MACS_has_said_what_became_of_it(int status, string body)
    {
        await using var terminal = await Terminal.StartPairedAsync();
        await terminal.TapOfflineAsync();
        await terminal.PressAsync(MacsDeviceButtons.Ok);
        terminal.Front.Answer("/pos/offline_reports", status, body);
        terminal.Front.Broken = false;
        await terminal.PassAsync(TimeSpan.FromMinutes(1));
        terminal.Front.Asked("/pos/offline_reports").ShouldBe(1);
        terminal.Shown.ShouldContain("Offline entries to report: 1");

        terminal.Front.PassOn("/pos/offline_reports");
        await terminal.PassAsync(TimeSpan.FromMinutes(1));
        terminal.Shown.ShouldNotContain("Offline entries");
        (await terminal.Macs.Macs.Locations.OperationsAsync(9)).Single().Type.ShouldBe("OFFLINE_BIN");
    }

    [Fact]
    public async Task What_MACS_says_of_a_cooldown_is_on_the_screen_letter_for_letter()
    {
        await using var terminal = await Terminal.StartPairedAsync();
        await terminal.Macs.Macs.Locations.SaveAsync(
            new() { Id = "WAW-1", Name = "Chopin Lounge", Country = "POL", Service = "Lounge", CooldownMinutes = 30 });
        await terminal.TapAsync();
        await terminal.PressAsync(MacsDeviceButtons.Confirm);
        await terminal.PressAsync(MacsDeviceButtons.Ok);
        await terminal.TapAsync();
        terminal.Shown.ShouldBe(
            "Entry refused: The card was used at this location a short while ago. Wait a while and retry. | COOLDOWN_ACTIVE");
    }

    [Fact]
    public async Task The_serial_number_is_on_the_screen_that_asks_for_the_code()
    {
        await using var terminal = await Terminal.StartAsync();
        terminal.Shown.ShouldBe("Pair terminal: Serial number: SN-1");
    }
}
