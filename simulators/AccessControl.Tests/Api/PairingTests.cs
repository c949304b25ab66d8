using System.Security.Cryptography;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Tests.Api;

/// <summary>Pairing codes and <c>POST /pos/pair</c>.</summary>
public abstract class PairingTests : IAsyncLifetime
{
    private RunningMacs macs = null!;

    public async ValueTask InitializeAsync() => macs = await RunningMacs.StartAsync(null, Open());

    public async ValueTask DisposeAsync()
    {
        if (macs is not null)
        {
            await macs.DisposeAsync();
        }
    }

    private async Task GuessAsync(int times, params string[] serials)
    {
        for (var i = 0; i < times; i++)
        {
            await PairAsync(serials[i % serials.Length], "00000000");
        }
    }

    [Fact]
    public async Task A_terminal_is_paired_with_its_code()
    {
        var code = await CodeAsync();
        code.ShouldMatch("^[0-9]{8}$");
        (await RunningMacs.ReadAsync<StatusResponse>(await PairAsync("SN-1", code))).Status.ShouldBe("PAIRED");
        (await macs.Macs.Locations.TerminalsAsync())[0].Status.ShouldBe("PAIRED");
    }

    [Fact]
    public async Task A_code_is_for_its_serial_number_only() =>
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-2", await CodeAsync()))).ShouldBe("403 INVALID_PAIRING_CODE");

    [Theory]
    [InlineData("")]
    [InlineData("00000000x")]
    [InlineData("1234567")]
    public async Task A_wrong_code(string code)
    {
        await CodeAsync();
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", code))).ShouldBe("403 INVALID_PAIRING_CODE");
    }

    [Fact]
    public async Task After_five_wrong_codes_not_even_the_right_one_is_heard_until_a_while_has_passed()
    {
        var code = await CodeAsync();
        await GuessAsync(5, "SN-1");
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", code))).ShouldBe("429 TOO_MANY_ATTEMPTS");
        await macs.Clock.AdvanceAsync(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", code))).ShouldBe("429 TOO_MANY_ATTEMPTS");
        await macs.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        (await PairAsync("SN-1", code)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task The_next_wrong_code_after_a_wait_makes_the_wait_twice_as_long()
    {
        var code = await CodeAsync();
        await GuessAsync(5, "SN-1");
        await macs.Clock.AdvanceAsync(TimeSpan.FromMinutes(15));
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", "00000000"))).ShouldBe("403 INVALID_PAIRING_CODE");
        await macs.Clock.AdvanceAsync(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", code))).ShouldBe("429 TOO_MANY_ATTEMPTS");
        await macs.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        (await PairAsync("SN-1", code)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_hundred_guesses_at_the_same_time_are_five()
    {
        await CodeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
            await RunningMacs.CodeOfAsync(await PairAsync("SN-1", "00000000"))));
        answers.Count(a => a == "403 INVALID_PAIRING_CODE").ShouldBe(5);
    }

    [Fact]
    public async Task A_new_code_ends_the_wait()
    {
        await CodeAsync();
        await GuessAsync(5, "SN-1");
        (await PairAsync("SN-1", await CodeAsync())).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task An_address_that_tries_many_terminals_is_refused_whatever_the_terminal()
    {
        var code = await CodeAsync();
        await GuessAsync(20, [.. Enumerable.Range(1, 20).Select(i => $"NO-{i}")]);
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", code))).ShouldBe("429 TOO_MANY_ATTEMPTS");
    }

    [Fact]
    public async Task Without_a_code_nothing_is_paired() =>
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", "12345678"))).ShouldBe("403 INVALID_PAIRING_CODE");

    [Theory]
    [InlineData(7199, true)]
    [InlineData(7200, false)]
    public async Task A_code_lives_two_hours(int seconds, bool pairs)
    {
        var code = await CodeAsync();
        await macs.Clock.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        (await PairAsync("SN-1", code)).IsSuccessStatusCode.ShouldBe(pairs);
    }

    [Fact]
    public async Task A_new_code_ends_the_one_before()
    {
        var old = await CodeAsync();
        var fresh = await CodeAsync();
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", old))).ShouldBe("403 INVALID_PAIRING_CODE");
        (await PairAsync("SN-1", fresh)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task Any_other_pair_request_is_declined()
    {
        var code = await CodeAsync();
        await PairAsync("SN-1", code);
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", code))).ShouldBe("409 ALREADY_PAIRED");
    }

    [Fact]
    public async Task A_code_can_not_be_had_for_a_paired_terminal()
    {
        await PairAsync("SN-1", await CodeAsync());
        (await macs.Macs.Pairing.GetCodeAsync("SN-1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_code_is_gone_after_use()
    {
        var code = await CodeAsync();
        await PairAsync("SN-1", code);
        await macs.Macs.Pairing.UnpairAsync("SN-1");
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", code))).ShouldBe("403 INVALID_PAIRING_CODE");
    }

    [Fact]
    public async Task An_unknown_device() =>
        (await RunningMacs.ErrorOfAsync(await PairAsync("SN-9", "12345678")))
        .ShouldBe("404 UNKNOWN_DEVICE: The device is not assigned to any location.");

    [Fact]
    public async Task Of_two_devices_that_pair_at_once_one_is_paired()
    {
        var code = await CodeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PairAsync("SN-1", code)));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
    }

    public static TheoryData<string> BadKeys() =>
    [
        "", "nonsense", Convert.ToBase64String([1, 2, 3]), Rsa(1024), Rsa(4096), Elliptic(),
        RunningMacs.PublicKey("SN-1")[..^8], Convert.ToBase64String([.. Convert.FromBase64String(RunningMacs.PublicKey("SN-1")), 0]),
    ];

    [Theory]
    [MemberData(nameof(BadKeys))]
    public async Task A_key_that_is_none_does_not_use_the_code_up(string key)
    {
        var code = await CodeAsync();
        (await RunningMacs.CodeOfAsync(await macs.SendAsync("/pos/pair", new PairRequest("SN-1", code, key))))
            .ShouldBe("400 INVALID_PUBLIC_KEY");
        (await PairAsync("SN-1", code)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"serialNumber":7}""")]
    public async Task A_body_that_is_none(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        (await RunningMacs.CodeOfAsync(await macs.SendAsync("/pos/pair", content, null))).ShouldBe("400 BAD_REQUEST");
    }

    private static string Rsa(int bits)
    {
        using var key = RSA.Create(bits);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    private static string Elliptic()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    private async Task<string> CodeAsync() => (await macs.Macs.Pairing.GetCodeAsync("SN-1"))!.Code;

    private Task<HttpResponseMessage> PairAsync(string serial, string code) =>
        macs.SendAsync("/pos/pair", new PairRequest(serial, code, RunningMacs.PublicKey("SN-1")));

    /// <summary>The database that the tests run on.</summary>
    private protected abstract IMacsDatabase Open();
}
