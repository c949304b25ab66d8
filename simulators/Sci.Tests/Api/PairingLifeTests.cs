using PairingLab.Kernel.Store;
using PairingLab.Sci.Core;

namespace PairingLab.Sci.Tests.Api;

public sealed class PairingLifeTests : IAsyncLifetime
{
    private const string Gone = "401 no_active_pairings_found";
    private RunningSci sci = null!;

    public async ValueTask InitializeAsync() => sci = await RunningSci.StartAsync();

    public async ValueTask DisposeAsync() => await sci.DisposeAsync();

    [Fact]
    public async Task Active_only_once_the_terminal_has_confirmed()
    {
        var pairing = await sci.BeginAsync();
        var answer = await pairing.InfoAsync();
        answer.Error.ShouldBe(Gone);
        answer.Message.ShouldBe("No active pairings found");

        await sci.ActAsync("eftpos-1", new("confirm", pairing.Id));
        var data = (await pairing.InfoAsync()).Data;
        data.GetProperty("pairing_id").GetString().ShouldBe(pairing.Id);
        data.GetProperty("tid").GetString().ShouldBe("tid-eftpos-1");
        data.GetProperty("pairing_nickname").GetString().ShouldBe("Front Bar");
        data.GetProperty("terminal_nickname").GetString().ShouldBe("Terminal 1");
    }

    /// <summary>A fault of the vendor's that can be set: only pairing-info lags.</summary>
    [Fact]
    public async Task Pairing_info_may_lag_behind_the_confirmation()
    {
        await using var lagging = await RunningSci.StartAsync(new() { PairingInfoLag = TimeSpan.FromSeconds(10) });
        var pairing = await lagging.PairAsync();
        await lagging.Clock.AdvanceAsync(TimeSpan.FromSeconds(9));
        (await pairing.InfoAsync()).Error.ShouldBe(Gone);
        (await pairing.PurchaseAsync(1000)).Error.ShouldBe("424 device_not_connected");
        await lagging.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        (await pairing.InfoAsync()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Unpaired_once_and_not_twice()
    {
        var pairing = await sci.PairAsync();
        var answer = await pairing.UnpairAsync();
        answer.Status.ShouldBe(204);
        answer.Body.ShouldBeEmpty();
        (await pairing.InfoAsync()).Error.ShouldBe(Gone);
        (await pairing.UnpairAsync()).Error.ShouldBe(Gone);
    }

    [Fact]
    public async Task Cancelled_by_the_pos_before_the_confirmation()
    {
        var pairing = await sci.BeginAsync();
        (await pairing.UnpairAsync()).Status.ShouldBe(204);
        (await sci.TryActAsync("eftpos-1", new("confirm", pairing.Id))).Error.ShouldBe("409 nothing_to_do");
        sci.Service.State.Pairings[pairing.Id].Status.ShouldBe(PairingStatus.Revoked);
    }

    [Theory]
    [InlineData("decline", PairingStatus.Declined)]
    [InlineData("cancel", PairingStatus.Revoked)]
    public async Task Declined_or_cancelled_on_the_terminal(string act, PairingStatus status)
    {
        var pairing = await sci.BeginAsync();
        await sci.ActAsync("eftpos-1", new(act, pairing.Id));
        (await pairing.InfoAsync()).Error.ShouldBe(Gone);
        sci.Service.State.Pairings[pairing.Id].Status.ShouldBe(status);
    }

    [Fact]
    public async Task Unpaired_on_the_terminal()
    {
        var pairing = await sci.PairAsync();
        await sci.ActAsync("eftpos-1", new("unpair", pairing.Id));
        (await pairing.InfoAsync()).Error.ShouldBe(Gone);
    }

    [Fact]
    public async Task A_terminal_has_no_say_about_another_ones_pairing()
    {
        sci.Enrol("eftpos-2", "tenant-1");
        var pairing = await sci.BeginAsync();
        (await sci.TryActAsync("eftpos-2", new("confirm", pairing.Id))).Error.ShouldBe("409 nothing_to_do");
        (await pairing.InfoAsync()).Error.ShouldBe(Gone);
    }

    [Theory]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public async Task The_confirmation_has_five_minutes(int seconds, bool inTime)
    {
        var pairing = await sci.BeginAsync();
        await sci.Clock.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        var confirmed = sci.Service.Do(new PairingLab.Sci.Core.ConfirmPairing("eftpos-1", pairing.Id));
        confirmed.Refusal.ShouldBe(inTime ? null : Refusal.NothingToDo);
        (await pairing.InfoAsync()).Status.ShouldBe(inTime ? 200 : 401);
    }

    [Fact]
    public async Task A_restart_keeps_pairings_ports_and_keys()
    {
        using var store = new MemoryStore();
        var before = await RunningSci.StartAsync(store: store);
        var (active, gone) = (await before.PairAsync(), await before.PairAsync());
        await gone.UnpairAsync();
        var waiting = await before.BeginAsync();
        await before.DisposeAsync();

        await using var after = await RunningSci.StartAsync(store: store);
        after.Pairing.ShouldBe(before.Pairing);
        after.Service.Credentials.ShouldBe(before.Service.Credentials);
        (await (active with { Sci = after }).InfoAsync()).Status.ShouldBe(200);
        (await (gone with { Sci = after }).InfoAsync()).Error.ShouldBe(Gone);
        await after.ActAsync("eftpos-1", new("confirm", waiting.Id));
        (await (waiting with { Sci = after }).InfoAsync()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_port_that_another_program_has_taken_is_replaced()
    {
        using var store = new MemoryStore();
        var before = await RunningSci.StartAsync(store: store);
        var taken = new Uri(before.Pairing).Port;
        await before.DisposeAsync();
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, taken);
        other.Start();

        await using var after = await RunningSci.StartAsync(store: store);
        new Uri(after.Pairing).Port.ShouldNotBe(taken);
        (await after.ProgressAsync("{}", null)).Error.ShouldBe("401 api_key_missing");
    }
}
