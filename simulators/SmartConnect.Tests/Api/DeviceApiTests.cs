using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Tests.Api;

public sealed class DeviceApiTests
{
    private static readonly CardDetails Card = new("A1", "Q1", "T1", "411111******1111", "VISA", "CREDIT");

    [Fact]
    public async Task Payments_are_fetched_one_by_one_in_the_order_of_arrival()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        await lab.PairAsync("d1", "r2");
        var first = await lab.PayAsync("r2");
        var second = await lab.PayAsync("r1");
        var third = await lab.PayAsync("r2");
        foreach (var payment in (TransactionResponse[])[first, second, third])
        {
            (await lab.NextAsync("d1"))!.Id.ShouldBe(payment.TransactionId);
            (await lab.NextAsync("d1"))!.Id.ShouldBe(payment.TransactionId, "it is not finished yet");
            (await lab.FinishAsync("d1", payment.TransactionId, PaymentOutcome.Accepted)).Status.ShouldBe(204);
            (await lab.FinishAsync("d1", payment.TransactionId, PaymentOutcome.Accepted)).Status
                .ShouldBe(204, "said again, since the answer may have been lost");
            (await lab.FinishAsync("d1", payment.TransactionId, PaymentOutcome.Declined)).Status.ShouldBe(409);
        }

        (await lab.NextAsync("d1")).ShouldBeNull();
    }

    [Fact]
    public async Task Other_hardware_with_the_same_internal_id_takes_over()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        var taken = await lab.PayAsync();
        var waiting = await lab.PayAsync();
        await lab.NextAsync("d1");
        await lab.SignOnAsync("d1", "SN-2");
        (await lab.DeviceAsync("GET", "d1")).Read<DeviceResponse>().Registers.ShouldHaveSingleItem().Id.ShouldBe("r1");
        (await lab.NextAsync("d1"))!.Id.ShouldBe(waiting.TransactionId);
        var data = (await lab.PollAsync(taken)).Read<TransactionResponse>().Data;
        (data.TransactionResult, data.Result).ShouldBe(("FAILED-INTERFACE", "FAILED-INTERFACE"));
    }

    [Fact]
    public async Task A_device_that_is_not_signed_on_or_replaced_is_told_so()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        (await lab.SendAsync("POST", "/Device/d1/PairingCode")).Text.ShouldContain("not_signed_on");
        await lab.SignOnAsync("d1");
        (await lab.SendAsync("GET", "/Device/d1", null, null, ("Authorization", "Bearer old"))).Text.ShouldContain("replaced");
        var chess = new StringContent("""{"serialNumber":"SN-1","plays":"chess"}""", null, "application/json");
        (await lab.SendAsync("POST", "/Device/d1/SignOn", chess)).Text.ShouldContain("plays must be one of: person, cents, approve, ");
    }

    [Fact]
    public async Task A_card_number_that_is_not_masked_is_refused()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        var payment = await lab.PayAsync();
        await lab.NextAsync("d1");
        var open = Card with { CardPan = "4111111111111111" };
        (await lab.FinishAsync("d1", payment.TransactionId, PaymentOutcome.Accepted, open)).Text.ShouldContain("bad_card");
        (await lab.FinishAsync("d1", payment.TransactionId, PaymentOutcome.Unreachable)).Text.ShouldContain("bad_outcome");
        var torn = new StringContent("{", null, "application/json");
        (await lab.SendAsync("POST", $"/Device/d1/Payments/{payment.TransactionId}/Outcome", torn, "d1")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Only_its_own_registers_are_unpaired()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        await lab.PairAsync("d2", "r2");
        (await lab.DeviceAsync("DELETE", "d1", "/Registers?register=r2")).Text.ShouldContain("not_its_register");
        (await lab.DeviceAsync("DELETE", "d1", "/Registers")).Status.ShouldBe(400);
        (await lab.DeviceAsync("DELETE", "d1", "/Registers?all=true")).Status.ShouldBe(204);
        (await lab.DeviceAsync("GET", "d1")).Read<DeviceResponse>().Registers.ShouldBeEmpty();
        (await lab.DeviceAsync("GET", "d2")).Read<DeviceResponse>().Registers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_register_is_unpaired_and_the_others_stay()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        foreach (var register in (string[])["r1", "r2", "r3"])
        {
            await lab.PairAsync("d1", register);
        }

        (await lab.DeviceAsync("DELETE", "d1", "/Registers?register=r2")).Status.ShouldBe(204);
        (await lab.RegistersAsync("d1")).ShouldBe(["r1", "r3"]);
        (await lab.FormAsync("POST", "/POS/Transaction", RunningSmartConnect.Payment("r2"))).Status.ShouldBe(400);
        await lab.PayAsync("r3");
    }

    [Fact]
    public async Task Payments_that_come_at_the_same_time_are_each_fetched_once_in_the_order_of_their_acceptance()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        string[] registers = [.. Enumerable.Range(1, 10).Select(i => $"r{i}")];
        foreach (var register in registers)
        {
            await lab.PairAsync("d1", register);
        }

        var accepted = await Task.WhenAll(registers.Select(r => Task.Run(async () =>
        {
            var mine = new List<string>();
            for (var i = 0; i < 5; i++)
            {
                mine.Add((await lab.PayAsync(r)).TransactionId);
            }

            return mine;
        })));
        var fetched = new List<string>();
        while (await lab.NextAsync("d1") is { } payment)
        {
            fetched.Add(payment.Id);
            await lab.FinishAsync("d1", payment.Id, PaymentOutcome.Accepted);
        }

        fetched.ShouldBe(accepted.SelectMany(a => a), ignoreOrder: true);
        accepted.ShouldAllBe(
            mine => fetched.Where(mine.Contains).SequenceEqual(mine), "a register's second payment came after its first was answered");
    }

    [Fact]
    public async Task What_is_not_new_is_not_sent_again()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        var known = (await lab.DeviceAsync("GET", "d1")).Read<DeviceResponse>();
        (await lab.DeviceAsync("GET", "d1", $"?after={known.Version}")).Status.ShouldBe(304);
        await lab.PayAsync();
        (await lab.DeviceAsync("GET", "d1", $"?after={known.Version}")).Read<DeviceResponse>().HasPayment.ShouldBeTrue();
    }

    [Fact]
    public async Task All_is_there_after_a_restart_on_the_same_port()
    {
        using var store = new MemoryStore();
        var clock = new SteppedClock();
        string address, code;
        TransactionResponse taken, waiting;
        await using (var lab = await RunningSmartConnect.StartAsync(store: store, clock: clock))
        {
            address = lab.Address;
            await lab.PairAsync("d1");
            taken = await lab.PayAsync();
            waiting = await lab.PayAsync();
            await lab.NextAsync("d1");
            code = await lab.CodeAsync("d2");
        }

        await using var again = await RunningSmartConnect.StartAsync(store: store, clock: clock);
        again.Address.ShouldBe(address);
        (await again.FormAsync("PUT", $"/POS/Pairing/{code}", RunningSmartConnect.Metadata("r2"))).Status.ShouldBe(200);
        await again.SignOnAsync("d1");
        (await again.NextAsync("d1"))!.Id.ShouldBe(taken.TransactionId);
        await again.FinishAsync("d1", taken.TransactionId, PaymentOutcome.Accepted);
        (await again.NextAsync("d1"))!.Id.ShouldBe(waiting.TransactionId);
        (await again.PollAsync(taken)).Read<TransactionResponse>().TransactionStatus.ShouldBe("COMPLETED");
    }
}
