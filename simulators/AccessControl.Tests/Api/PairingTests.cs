using System.Security.Cryptography;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Tests.Api;

/// <summary>Pairing codes and <c>POST /pos/pair</c>.</summary>
public abstract class PairingTests : IAsyncLifetime
{
    private RunningMacs macs = null!;

    public async Task InitializeAsync() => macs = await RunningMacs.StartAsync(null, Open());

    public async Task DisposeAsync()
    {
        if (macs is not null)
        {
            await macs.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task A_terminal_is_paired_with_its_code()
    {
        var code = await CodeAsync();
        code.ShouldMatch("^[0-9]{8}$");
        (await RunningMacs.ReadAsync<StatusResponse>(await PairAsync("SN-1", code))).Status.ShouldBe("PAIRED");
        (await macs.Macs.Places.TerminalsAsync())[0].Status.ShouldBe("PAIRED");
    }

    [SkippableFact]
    public async Task A_code_is_for_its_serial_number_only() =>
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-2", await CodeAsync()))).ShouldBe("403 INVALID_PAIRING_CODE");

    [SkippableTheory]
    [InlineData("")]
    [InlineData("00000000x")]
    [InlineData("1234567")]
    public async Task A_wrong_code(string code)
    {
        await CodeAsync();
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", code))).ShouldBe("403 INVALID_PAIRING_CODE");
    }

    [SkippableFact]
    public async Task Without_a_code_nothing_is_paired() =>
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", "12345678"))).ShouldBe("403 INVALID_PAIRING_CODE");

    [SkippableTheory]
    [InlineData(7199, true)]
    [InlineData(7200, false)]
    public async Task A_code_lives_two_hours(int seconds, bool pairs)
    {
        var code = await CodeAsync();
        await macs.Clock.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        (await PairAsync("SN-1", code)).IsSuccessStatusCode.ShouldBe(pairs);
    }

    [SkippableFact]
    public async Task A_new_code_ends_the_one_before()
    {
        var old = await CodeAsync();
        var fresh = await CodeAsync();
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", old))).ShouldBe("403 INVALID_PAIRING_CODE");
        (await PairAsync("SN-1", fresh)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Any_other_pair_request_is_declined()
    {
        var code = await CodeAsync();
        await PairAsync("SN-1", code);
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", code))).ShouldBe("409 ALREADY_PAIRED");
    }

    [SkippableFact]
    public async Task A_code_can_not_be_had_for_a_paired_terminal()
    {
        await PairAsync("SN-1", await CodeAsync());
        (await macs.Macs.Pairing.GetCodeAsync("SN-1")).ShouldBeNull();
    }

    [SkippableFact]
    public async Task A_code_is_gone_after_use()
    {
        var code = await CodeAsync();
        await PairAsync("SN-1", code);
        await macs.Macs.Pairing.UnpairAsync("SN-1");
        (await RunningMacs.CodeOfAsync(await PairAsync("SN-1", code))).ShouldBe("403 INVALID_PAIRING_CODE");
    }

    [SkippableFact]
    public async Task An_unknown_device() =>
        (await RunningMacs.ErrorOfAsync(await PairAsync("SN-9", "12345678"))).ShouldBe("404 UNKNOWN_DEVICE: The device is not assigned to any location.");

    [SkippableFact]
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

    [SkippableTheory]
    [MemberData(nameof(BadKeys))]
    public async Task A_key_that_is_none_does_not_use_the_code_up(string key)
    {
        var code = await CodeAsync();
        (await RunningMacs.CodeOfAsync(await macs.SendAsync("/pos/pair", new PairRequest("SN-1", code, key)))).ShouldBe("400 INVALID_PUBLIC_KEY");
        (await PairAsync("SN-1", code)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [SkippableTheory]
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

    private Task<HttpResponseMessage> PairAsync(string serial, string code) => macs.SendAsync("/pos/pair", new PairRequest(serial, code, RunningMacs.PublicKey("SN-1")));

    /// <summary>The database that the tests run on.</summary>
    private protected abstract IMacsDatabase Open();
}
