using System.Net;
using System.Text;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Tests.Api;

/// <summary>PosNotificationCallbackUrl: a POS is called when its transaction is complete, and the legacy synchronous mode.</summary>
public sealed class CallbackTests : IDisposable
{
    private static readonly SmartConnectSettings Settings = new();
    private readonly HttpListener pos = new();
    private readonly List<(int At, string Body)> heard = [];
    private readonly string address;
    private int answer = 200;

    public CallbackTests()
    {
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        pos.Prefixes.Add(address);
        pos.Start();
        _ = ListenAsync();
    }

    [Fact]
    public async Task It_is_called_once_with_what_a_poll_would_be_told()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        var payment = await EndAsync(lab);
        await lab.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        heard.ShouldHaveSingleItem().Body.ShouldContain("\"transactionStatus\":\"COMPLETED\"");
        heard[0].Body.ShouldContain("\"TransactionResult\":\"OK-ACCEPTED\"");
        heard[0].Body.ShouldNotContain(payment.MerchantAccessToken!);
        var log = await LogAsync(lab, payment);
        (log.Url, log.Delivered, log.NextAt, log.Attempts.Single().Status).ShouldBe((address, true, null, 200));
    }

    [Fact]
    public async Task It_is_called_again_until_it_takes_the_call()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        answer = 503;
        var payment = await EndAsync(lab);
        (await LogAsync(lab, payment)).ShouldSatisfyAllConditions(
            l => l.Delivered.ShouldBeFalse(), l => l.NextAt.ShouldBe(lab.Clock.GetUtcNow() + Settings.CallbackRetryAfter));
        await lab.Clock.AdvanceAsync(Settings.CallbackRetryAfter - TimeSpan.FromTicks(1));
        heard.Count.ShouldBe(1);
        await lab.Clock.AdvanceAsync(TimeSpan.FromTicks(1));
        heard.Count.ShouldBe(2);
        answer = 204;
        await lab.Clock.AdvanceAsync(Settings.CallbackRetryAfter * 4);
        heard.Count.ShouldBe(3);
        (await LogAsync(lab, payment)).Attempts.Select(a => a.Status).ShouldBe([503, 503, 204]);
        await lab.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        heard.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_cut_cable_makes_every_call_fail_and_the_retries_end()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        lab.Cable.Set(CableState.Cut);
        var payment = await EndAsync(lab);
        await lab.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        var log = await LogAsync(lab, payment);
        log.Attempts.Count.ShouldBe(1 + Settings.CallbackRetries);
        log.Attempts.ShouldAllBe(a => a.Status == 0 && a.Error == "no answer in time");
        (log.Delivered, log.NextAt, heard.Count).ShouldBe((false, null, 0));
    }

    [Fact]
    public async Task A_call_that_is_due_is_made_after_a_restart_and_one_that_was_made_is_not()
    {
        using var store = new MemoryStore();
        var clock = new SteppedClock();
        TransactionResponse taken, waiting;
        await using (var lab = await RunningSmartConnect.StartAsync(store: store, clock: clock))
        {
            taken = await EndAsync(lab);
            await clock.AdvanceAsync(TimeSpan.Zero);
            answer = 500;
            waiting = await EndAsync(lab);
            await clock.AdvanceAsync(TimeSpan.Zero);
        }

        answer = 200;
        await using var again = await RunningSmartConnect.StartAsync(store: store, clock: clock);
        await clock.AdvanceAsync(Settings.CallbackRetryAfter);
        (await LogAsync(again, taken)).Attempts.Select(a => a.Status).ShouldBe([200]);
        (await LogAsync(again, waiting)).Attempts.Select(a => a.Status).ShouldBe([500, 200]);
    }

    [Fact]
    public async Task It_is_called_however_the_transaction_ends()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        (string, string)[] fields = [("AmountTotal", "100"), ("PosNotificationCallbackUrl", address)];
        await lab.AskAsync("Card.Purchase", fields);
        await lab.Clock.AdvanceAsync(Settings.OfflineAfter + TimeSpan.FromSeconds(1));
        heard.ShouldHaveSingleItem().Body.ShouldContain("\"TransactionResult\":\"CANCELLED\",\"Result\":\"FAILED-INTERFACE\"");

        await lab.AskAsync("Card.Purchase", fields);
        (await lab.NextAsync("d1")).ShouldNotBeNull();
        await lab.SignOnAsync("d1", "SN-2");
        await lab.Clock.AdvanceAsync(TimeSpan.Zero);
        heard.Count.ShouldBe(2, "other hardware was switched on in the midst of it");
        heard[1].Body.ShouldContain("\"TransactionResult\":\"FAILED-INTERFACE\"");
    }

    [Fact]
    public async Task A_transaction_without_the_address_has_no_calls()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        var payment = await lab.PayAsync();
        var path = $"/POS/Transaction/{payment.TransactionId}/Callback?merchantAccessToken=";
        (await lab.SendAsync("GET", path + payment.MerchantAccessToken)).Status.ShouldBe(404);
        (await lab.SendAsync("GET", path + "guessed")).ShouldBe(401, "Invalid token");
    }

    [Fact]
    public async Task Without_TransactionMode_the_answer_is_the_result()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        var form = RunningSmartConnect.Payment();
        form.Remove("TransactionMode");
        var asked = lab.FormAsync("POST", "/POS/Transaction", form);
        var payment = await NextAsync(lab);
        asked.IsCompleted.ShouldBeFalse();
        await lab.FinishAsync("d1", payment.Id, PaymentOutcome.Accepted);
        var told = (await asked).Read<TransactionResponse>();
        (told.TransactionStatus, told.Data.TransactionResult, told.MerchantAccessToken).ShouldBe(("COMPLETED", "OK-ACCEPTED", null));
    }

    [Fact]
    public async Task Without_TransactionMode_a_long_payment_is_answered_as_delayed()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        await lab.PairAsync("d1");
        var form = RunningSmartConnect.Payment();
        form["TransactionMode"] = "";
        var asked = lab.FormAsync("POST", "/POS/Transaction", form);
        var payment = await NextAsync(lab);
        await lab.Clock.AdvanceAsync(Settings.DelayedAfter);
        while (!asked.IsCompleted)
        {
            // The request may have begun to wait only after the clock was advanced.
            await lab.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var told = (await asked).Read<TransactionResponse>();
        (told.TransactionStatus, told.Data.TransactionResult, told.Data.Result).ShouldBe(("PENDING", "OK-DELAYED", "DELAYED-TRANSACTION"));
        await lab.FinishAsync("d1", payment.Id, PaymentOutcome.Accepted);
        (await lab.DoAsync("Journal.GetTransResult")).ReferenceId.ShouldBe(payment.Id);
    }

    public void Dispose() => pos.Close();

    private static async Task<DevicePaymentResponse> NextAsync(RunningSmartConnect lab)
    {
        while (true)
        {
            if (await lab.NextAsync("d1") is { } payment)
            {
                return payment;
            }
        }
    }

    private static async Task<CallbackResponse> LogAsync(RunningSmartConnect lab, TransactionResponse payment)
    {
        // The clock waits for a call that is under way.
        await lab.Clock.AdvanceAsync(TimeSpan.Zero);
        return (await lab.SendAsync(
            "GET", $"/POS/Transaction/{payment.TransactionId}/Callback?merchantAccessToken={payment.MerchantAccessToken}"))
            .Read<CallbackResponse>();
    }

    private async Task<TransactionResponse> EndAsync(RunningSmartConnect lab)
    {
        await lab.PairAsync("d1");
        var asked = await lab.AskAsync("Card.Purchase", ("AmountTotal", "100"), ("PosNotificationCallbackUrl", address));
        await lab.NextAsync("d1");
        (await lab.FinishAsync("d1", asked.TransactionId, PaymentOutcome.Accepted)).Status.ShouldBe(204);
        return asked;
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var call = await pos.GetContextAsync();
                using var reader = new StreamReader(call.Request.InputStream, Encoding.UTF8);
                heard.Add((heard.Count, await reader.ReadToEndAsync()));
                call.Response.StatusCode = answer;
                call.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
