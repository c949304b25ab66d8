using System.Text.Json;
using PairingLab.Sci.Api;

namespace PairingLab.Sci.Tests.Api;

public sealed class PairingServiceTests : IAsyncLifetime
{
    private RunningSci sci = null!;

    public async ValueTask InitializeAsync() => sci = await RunningSci.StartAsync();

    public async ValueTask DisposeAsync() => await sci.DisposeAsync();

    [Fact]
    public async Task A_code_answers_all_that_a_pos_must_store()
    {
        var answer = await sci.ProgressCodeAsync(await sci.ShowCodeAsync());

        answer.Status.ShouldBe(200);
        var data = answer.Data;
        data.EnumerateObject().Select(p => p.Name).ShouldBe([
            "pairing_id", "key_id", "confirmation_code", "signing_secret_part_b", "spi_cloud_api_base_url", "sci_api_base_url", "tid",
            "pairing_nickname", "terminal_nickname"]);
        data.GetProperty("pairing_id").GetString().ShouldNotBeNull().ShouldMatch("^pid_[0-9a-f]{8}-");
        data.GetProperty("key_id").GetString().ShouldNotBeNull().ShouldMatch("^kid_[0-9a-f]{8}-");
        data.GetProperty("confirmation_code").GetString().ShouldNotBeNull().ShouldMatch("^[0-9]{4}$");
        data.GetProperty("signing_secret_part_b").GetString().ShouldNotBeNull().ShouldMatch("^[0-9a-f]{32}$");
        data.GetProperty("pairing_nickname").GetString().ShouldBe("Front Bar");
        data.GetProperty("terminal_nickname").GetString().ShouldBe("Terminal 1");
        data.GetProperty("spi_cloud_api_base_url").GetString().ShouldBe(sci.Servers.AddressOf("tenant-1"));
    }

    [Theory]
    [InlineData(BaseUrlField.Spi, "spi_cloud_api_base_url", "sci_api_base_url")]
    [InlineData(BaseUrlField.Sci, "sci_api_base_url", "spi_cloud_api_base_url")]
    public async Task A_setting_sends_one_name_of_the_base_url(BaseUrlField field, string sent, string left)
    {
        await using var other = await RunningSci.StartAsync(new() { BaseUrlField = field });
        var data = (await other.ProgressCodeAsync(await other.ShowCodeAsync())).Data;
        data.TryGetProperty(sent, out _).ShouldBeTrue();
        data.TryGetProperty(left, out _).ShouldBeFalse();
    }

    [Fact]
    public async Task The_confirmation_code_stands_on_both_sides()
    {
        var answer = await sci.ProgressCodeAsync(await sci.ShowCodeAsync());
        TerminalView.Of(sci.Service.State, "eftpos-1")!.Pairing!.ConfirmationCode
            .ShouldBe(answer.Data.GetProperty("confirmation_code").GetString());
    }

    [Fact]
    public async Task After_twenty_unknown_codes_no_code_of_that_address_is_heard_for_a_while()
    {
        await using var patient = await RunningSci.StartAsync(new() { CodeLifetime = TimeSpan.FromHours(1) });
        var code = await patient.ShowCodeAsync();
        var wrong = code == "000000" ? "000001" : "000000";
        for (var guess = 0; guess < 20; guess++)
        {
            (await patient.ProgressCodeAsync(wrong)).Error.ShouldBe("404 pairing_not_found");
        }

        (await patient.ProgressCodeAsync(code)).Error.ShouldBe("429 too_many_guesses");
        await patient.Clock.AdvanceAsync(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        (await patient.ProgressCodeAsync(code)).Error.ShouldBe("429 too_many_guesses");
        await patient.Clock.AdvanceAsync(TimeSpan.FromTicks(1));
        (await patient.ProgressCodeAsync(code)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task After_twenty_wrong_keys_the_right_one_waits_too()
    {
        await using var patient = await RunningSci.StartAsync(new() { CodeLifetime = TimeSpan.FromHours(1) });
        var code = await patient.ShowCodeAsync();
        for (var guess = 0; guess < 20; guess++)
        {
            (await patient.ProgressAsync("nonsense", $"ApiKey guess {guess}")).Error.ShouldBe("401 api_key_invalid");
        }

        (await patient.ProgressCodeAsync(code)).Error.ShouldBe("429 too_many_guesses");
        await patient.Clock.AdvanceAsync(TimeSpan.FromMinutes(15));
        (await patient.ProgressCodeAsync(code)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Codes_that_are_known_are_no_guesses()
    {
        var code = await sci.ShowCodeAsync();
        (await sci.ProgressCodeAsync(code)).Status.ShouldBe(200);
        for (var again = 0; again < 25; again++)
        {
            (await sci.ProgressCodeAsync(code)).Error.ShouldBe("422 pairing_not_initial");
        }
    }

    [Theory]
    [InlineData(null, "401 api_key_missing")]
    [InlineData("", "401 api_key_missing")]
    [InlineData("ApiKey", "401 api_key_invalid")]
    [InlineData("ApiKey guessed", "401 api_key_invalid")]
    [InlineData("Bearer guessed", "401 api_key_invalid")]
    public async Task Keys_are_checked_first(string? authorization, string error) =>
        (await sci.ProgressAsync("nonsense", authorization)).Error.ShouldBe(error);

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"pairing_code":null}""")]
    [InlineData("""{"pairing_code":""}""")]
    [InlineData("""{"pairing_code":"  "}""")]
    [InlineData("""{"pairing_code":123456}""")]
    [InlineData("""{"pairing_code":["123456"]}""")]
    [InlineData("""{"pairing_code":"\ud800"}""")]
    [InlineData("""{"pairing_code":"12\u000034"}""")]
    [InlineData("""{"pairing_code":"123456","pairing_nickname":7}""")]
    [InlineData("""{"pairing_code":"123456","pairing_nickname":"\ud800"}""")]
    public async Task A_bad_request_says_what_would_be_right(string body)
    {
        var answer = await sci.ProgressAsync(body);
        answer.Error.ShouldBe("400 invalid_request");
        answer.Message.ShouldStartWith("Invalid request: Missing pairing_code or invalid value (");
    }

    [Fact]
    public async Task A_code_that_no_terminal_shows_is_not_found()
    {
        var answer = await sci.ProgressCodeAsync("no code");
        answer.Error.ShouldBe("404 pairing_not_found");
        answer.Message.ShouldBe("Pairing not found: Pairing not found");
    }

    [Fact]
    public async Task A_code_can_be_used_once()
    {
        var code = await sci.ShowCodeAsync();
        (await sci.ProgressCodeAsync(code)).Status.ShouldBe(200);
        (await sci.ProgressCodeAsync(code)).Error.ShouldBe("422 pairing_not_initial");
    }

    [Fact]
    public async Task Of_ten_that_send_one_code_at_once_one_succeeds()
    {
        var code = await sci.ShowCodeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => sci.ProgressCodeAsync(code)));
        answers.Select(a => a.Status).Order().ShouldBe([200, .. Enumerable.Repeat(422, 9)]);
    }

    [Fact]
    public async Task A_code_is_good_until_its_last_second()
    {
        var code = await sci.ShowCodeAsync();
        await sci.Clock.AdvanceAsync(new SciSettings().CodeLifetime - TimeSpan.FromSeconds(1));
        (await sci.ProgressCodeAsync(code)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_code_expires_and_is_forgotten_a_day_later()
    {
        var code = await sci.ShowCodeAsync();
        await sci.Clock.AdvanceAsync(new SciSettings().CodeLifetime);
        (await sci.ProgressCodeAsync(code)).Error.ShouldBe("422 pairing_not_initial");
        await sci.Clock.AdvanceAsync(new SciSettings().CodeRemembered);
        (await sci.ProgressCodeAsync(code)).Error.ShouldBe("404 pairing_not_found");
        sci.Service.State.Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_code_on_the_terminal_revokes_the_old_one()
    {
        var old = await sci.ShowCodeAsync();
        await sci.ShowCodeAsync();
        (await sci.ProgressCodeAsync(old)).Error.ShouldBe("422 pairing_not_initial");
    }

    [Theory]
    [InlineData("tenant-foreign", "test", "403 pairing_route_forbidden")]
    [InlineData("tenant-foreign", "live", "403 pairing_route_forbidden")]
    [InlineData("tenant-live", "test", "403 test_api_key_forbidden_for_live_pairing")]
    [InlineData("tenant-1", "live", "403 pairing_route_forbidden")]
    public async Task A_key_opens_its_own_tenants_only(string tenant, string key, string error)
    {
        sci.Enrol("eftpos-2", tenant);
        (await sci.ProgressCodeAsync(await sci.ShowCodeAsync("eftpos-2"), key)).Error.ShouldBe(error);
    }

    [Fact]
    public async Task Each_tenant_has_its_own_base_url_and_a_pairing_is_known_there_only()
    {
        sci.Enrol("eftpos-2", "tenant-live");
        var (first, live) = (await sci.PairAsync(), await sci.PairAsync("eftpos-2", "live"));
        live.BaseUrl.ShouldNotBe(first.BaseUrl);
        (await live.InfoAsync()).Status.ShouldBe(200);
        (await (live with { BaseUrl = first.BaseUrl }).InfoAsync()).Error.ShouldBe("401 no_valid_signatures_found");
    }

    [Fact]
    public async Task Fields_that_are_not_known_are_passed_over()
    {
        var body = JsonSerializer.Serialize(
            new { pairing_code = await sci.ShowCodeAsync(), serial = new[] { 1, 2 }, pairing_nickname = (string?)null });
        (await sci.ProgressAsync(body)).Data.GetProperty("pairing_nickname").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_in_the_envelope() =>
        (await sci.ProgressAsync(new string('x', 10_000_000))).Error.ShouldBe("413 invalid_request");
}
