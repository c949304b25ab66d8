using System.Text.Json;
using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Tests.Api;

public sealed class TransactionApiTests
{
    private static readonly TimeSpan Tolerated = new SmartConnectSettings().PollInterval - new SmartConnectSettings().PollTolerance;
    private const string NotPaired = "This register is not paired to a device, please pair it first.";
    private static readonly CardDetails Card = new("A1", "Q1", "T1", "411111******1111", "VISA", "CREDIT");

    [Fact]
    public async Task The_answer_has_the_vendors_fields()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        var json = JsonDocument.Parse((await lab.FormAsync("POST", "/pos/transaction", RunningSmartConnect.Payment())).Text).RootElement;
        string[] names =
            ["transactionId", "transactionTimeStamp", "merchantId", "deviceId", "transactionStatus", "data", "merchantAccessToken"];
        json.EnumerateObject().Select(p => p.Name).ShouldBe(names, ignoreOrder: true);
        json.GetProperty("transactionStatus").GetString().ShouldBe("PENDING");
        json.GetProperty("deviceId").GetString().ShouldBe("d1");
        var data = json.GetProperty("data");
        data.EnumerateObject().Select(p => p.Name).ShouldBe(
            ["PosVendor", "PosRegisterID", "PosBusinessName", "AmountTotal", "DeviceID", "Function", "PollingUrl"], ignoreOrder: true);
        var (id, token) = (json.GetProperty("transactionId").GetString(), json.GetProperty("merchantAccessToken").GetString());
        data.GetProperty("PollingUrl").GetString().ShouldBe($"{lab.Address}/POS/Transaction/{id}?merchantAccessToken={token}");
    }

    [Theory]
    [InlineData("r2", "Store", "Vendor")]
    [InlineData("r1", "Shop", "Vendor")]
    [InlineData("r1", "Store", "Other")]
    [InlineData("R1", "Store", "Vendor")]
    public async Task Register_business_and_vendor_must_be_those_of_the_pairing(string register, string business, string vendor)
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        (await lab.FormAsync("POST", "/POS/Transaction", RunningSmartConnect.Payment(register, "1", business, vendor)))
            .ShouldBe(400, NotPaired);
        await lab.PayAsync();
    }

    [Theory]
    [InlineData("AmountTotal", "12.50")]
    [InlineData("AmountTotal", "0")]
    [InlineData("AmountTotal", "-5")]
    [InlineData("AmountTotal", "99999999999999999999")]
    [InlineData("TransactionMode", "SYNC")]
    [InlineData("TransactionType", "Card Purchase")]
    [InlineData("TransactionType", "Card.Gift")]
    [InlineData("AmountCash", "100")]
    [InlineData("TransactionReference", "R1")]
    [InlineData("PosNotificationCallbackUrl", "/notify")]
    [InlineData("PosNotificationCallbackUrl", "ftp://pos.example/notify")]
    [InlineData("TransactionType", "")]
    public async Task A_bad_field_is_named(string field, string value)
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        var form = RunningSmartConnect.Payment();
        form[field] = value;
        var said = await lab.FormAsync("POST", "/POS/Transaction", form);
        said.Status.ShouldBe(400);
        said.Text.ShouldContain(field);
    }

    [Fact]
    public async Task Polling_is_allowed_every_two_seconds_for_fifteen_minutes()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        var payment = await lab.PayAsync();
        (await lab.PollAsync(payment)).Status.ShouldBe(200);
        await lab.Clock.AdvanceAsync(Tolerated - TimeSpan.FromTicks(1));
        var tooFast = await lab.PollAsync(payment);
        tooFast.ShouldBe(429, "Polling too fast, please wait 2 seconds between polls");
        tooFast.Headers.GetValues("Retry-After").ShouldBe(["1"]);
        await lab.Clock.AdvanceAsync(TimeSpan.FromTicks(1));
        (await lab.PollAsync(payment)).Status.ShouldBe(200, "a timer of two seconds may be early");
        (await lab.PollAsync(payment)).Headers.GetValues("Retry-After").ShouldBe(["2"]);
        await lab.Clock.AdvanceAsync(TimeSpan.FromMinutes(15) - Tolerated - TimeSpan.FromTicks(1));
        (await lab.PollAsync(payment)).Status.ShouldBe(200);
        await lab.Clock.AdvanceAsync(TimeSpan.FromTicks(1));
        (await lab.PollAsync(payment)).ShouldBe(401, "Token expired");
        var path = $"/POS/Transaction/{payment.TransactionId}";
        (await lab.SendAsync("GET", $"{path}?merchantAccessToken=guessed")).ShouldBe(401, "Invalid token");
        (await lab.SendAsync("GET", path)).ShouldBe(401, "Invalid token");
        (await lab.SendAsync("GET", $"/POS/Transaction/none?merchantAccessToken={payment.MerchantAccessToken}"))
            .ShouldBe(404, "Transaction not found");
    }

    [Fact]
    public async Task A_long_payment_is_delayed_and_a_completed_one_has_its_data()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        var payment = await lab.PayAsync();
        (await lab.NextAsync("d1"))!.Id.ShouldBe(payment.TransactionId);
        await lab.Clock.AdvanceAsync(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        (await lab.PollAsync(payment)).Read<TransactionResponse>().Data.TransactionResult.ShouldBeNull();
        await lab.Clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        (await lab.PollAsync(payment)).Read<TransactionResponse>().Data.ShouldSatisfyAllConditions(
            d => d.TransactionResult.ShouldBe("OK-DELAYED"), d => d.Result.ShouldBe("DELAYED-TRANSACTION"));
        (await lab.FinishAsync("d1", payment.TransactionId, PaymentOutcome.Accepted, Card)).Status.ShouldBe(204);
        await lab.Clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        var ended = (await lab.PollAsync(payment)).Read<TransactionResponse>();
        ended.TransactionStatus.ShouldBe("COMPLETED");
        (ended.Data.TransactionResult, ended.Data.Result).ShouldBe(("OK-ACCEPTED", "OK"));
        (ended.Data.AmountTotal, ended.Data.Function).ShouldBe(("1250", "Card.Purchase"));
        (ended.Data.AuthId, ended.Data.CardPan, ended.Data.Timestamp).ShouldBe(("A1", "....1111", "20260105080031"));
        ended.TransactionTimeStamp.ShouldBe("202601050800000000");
        ended.Data.Receipt.ShouldNotBeNull().ShouldContain("TOTAL 12.50");
    }

    [Theory]
    [InlineData(PaymentOutcome.Accepted, "OK-ACCEPTED", "OK")]
    [InlineData(PaymentOutcome.Declined, "OK-DECLINED", "OK")]
    [InlineData(PaymentOutcome.Unavailable, "OK-UNAVAILABLE", "OK")]
    [InlineData(PaymentOutcome.Cancelled, "CANCELLED", "CANCELLED")]
    [InlineData(PaymentOutcome.Failed, "FAILED", "FAILED")]
    public async Task Every_outcome_has_the_vendors_words(PaymentOutcome outcome, string transaction, string result)
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        var payment = await lab.PayAsync();
        await lab.NextAsync("d1");
        (await lab.FinishAsync("d1", payment.TransactionId, outcome)).Status.ShouldBe(204);
        var data = (await lab.PollAsync(payment)).Read<TransactionResponse>().Data;
        (data.TransactionResult, data.Result).ShouldBe((transaction, result));
    }

    [Fact]
    public async Task A_payment_for_a_device_that_is_offline_for_a_minute_is_cancelled()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        var payment = await lab.PayAsync();
        await lab.Clock.AdvanceAsync(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        (await lab.PollAsync(payment)).Read<TransactionResponse>().TransactionStatus.ShouldBe("PENDING");
        await lab.Clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        var data = (await lab.PollAsync(payment)).Read<TransactionResponse>().Data;
        (data.TransactionResult, data.Result).ShouldBe(("CANCELLED", "FAILED-INTERFACE"));
        (await lab.NextAsync("d1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_busy_device_refuses_when_the_site_is_set_so()
    {
        await using var lab = await RunningSmartConnect.StartAsync(new() { RefuseWhenBusy = true });
        await lab.PairAsync("d1");
        await lab.PairAsync("d1", "r2");
        var payment = await lab.PayAsync();
        (await lab.FormAsync("POST", "/POS/Transaction", RunningSmartConnect.Payment("r2"))).ShouldBe(429, "device is busy");
        await lab.NextAsync("d1");
        (await lab.FormAsync("POST", "/POS/Transaction", RunningSmartConnect.Payment("r2"))).ShouldBe(429, "device is busy");
        await lab.FinishAsync("d1", payment.TransactionId, PaymentOutcome.Declined);
        await lab.PayAsync("r2");
    }

    [Fact]
    public async Task A_device_that_plays_busy_refuses_by_the_cents()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        await lab.PayAsync("r1", "191");
        await lab.SignOnAsync("d1", plays: Plays.Cents);
        var busy = await lab.FormAsync("POST", "/POS/Transaction", RunningSmartConnect.Payment("r1", "191"));
        busy.ShouldBe(429, "device is busy");
        busy.Headers.GetValues("Retry-After").ShouldBe(["5"]);
        await lab.PayAsync("r1", "190");
    }

    [Fact]
    public async Task Finished_payments_are_thrown_away_after_their_time()
    {
        await using var lab = await RunningSmartConnect.StartAsync(new() { PaymentsKept = TimeSpan.FromDays(1) });
        await lab.PairAsync("d1");
        var payment = await lab.PayAsync();
        await lab.NextAsync("d1");
        await lab.FinishAsync("d1", payment.TransactionId, PaymentOutcome.Accepted);
        await lab.Clock.AdvanceAsync(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
        (await lab.PollAsync(payment)).ShouldBe(401, "Token expired");
        await lab.Clock.AdvanceAsync(TimeSpan.FromTicks(1));
        (await lab.PollAsync(payment)).ShouldBe(404, "Transaction not found");
    }
}
