using PairingLab.Sci.Core;

namespace PairingLab.Sci.Tests.Api;

/// <summary>News, silence, a lost terminal, and Cancel. The terminal says that it is there every five minutes.</summary>
public sealed class PollingTests() : LinkedTests(new() { Heartbeat = TimeSpan.FromMinutes(5) })
{
    [Fact]
    public async Task A_long_poll_without_news_ends_after_twenty_seconds_and_says_so()
    {
        var poll = await HeldAsync();
        await Sci.Clock.AdvanceAsync(TimeSpan.FromSeconds(19));
        Sci.Servers.News.Held.ShouldBe(1);
        await Sci.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        (await poll).Error.ShouldBe("404 transaction_not_found_within_timeout");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_time_passes_until_the_answer_to_a_long_poll_has_left(bool hasNews)
    {
        var isTold = new TaskCompletionSource();
        using var mayLeave = new ManualResetEventSlim();
        Sci.Recorder.Recorded += heard =>
        {
            if (heard.Method == "GET")
            {
                isTold.SetResult();
                mayLeave.Wait();
            }
        };
        var poll = await HeldAsync();
        var first = hasNews ? Sci.ActAsync("eftpos-1", new("approved", Id)) : Sci.Clock.AdvanceAsync(TimeSpan.FromSeconds(20));
        await isTold.Task;
        var came = Sci.Clock.GetUtcNow();
        var passing = Sci.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        Sci.Clock.GetUtcNow().ShouldBe(came);

        mayLeave.Set();
        await Task.WhenAll(first, passing);
        (await poll).Status.ShouldBe(hasNews ? 200 : 404);
    }

    [Fact]
    public async Task A_terminal_that_is_lost_while_it_is_polled_is_told_at_once()
    {
        await Sci.Clock.AdvanceAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        var poll = await HeldAsync();
        await Sci.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        Link.Abort();
        var answer = await poll;
        answer.Error.ShouldBe("424 device_not_connected");
        answer.Message.ShouldBe("The payment device is not connected.");
    }

    [Fact]
    public async Task Just_after_the_start_of_SCI_a_terminal_has_time_to_come_back()
    {
        var poll = await HeldAsync();
        Link.Abort();
        await Eventually.BecomesAsync(() => !Sci.Servers.Hub.IsConnected("eftpos-1"), "the terminal's link is gone");
        Sci.Servers.News.Held.ShouldBe(1);
        await Sci.Clock.AdvanceAsync(TimeSpan.FromSeconds(20));
        (await poll).Error.ShouldBe("404 transaction_not_found_within_timeout");
    }

    [Fact]
    public async Task What_a_lost_terminal_has_said_before_is_still_told()
    {
        var id = (await Paired.PurchaseAsync(1000)).Data.Id();
        Link.Abort();
        await Sci.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        (await Paired.AskAsync("GET", $"/v1/transactions/{id}?min_version=1")).Data.Word("status").ShouldBe("PENDING");
    }

    [Theory]
    [InlineData("cancelled", "CANCELLED")]
    [InlineData("approved", "APPROVED")]
    public async Task Cancel_settles_nothing_by_itself(string act, string result)
    {
        var begun = await BeginAsync("""{"purchase_details":{"purchase_amount":1000}}""");
        var asked = (await Paired.AskAsync("POST", $"/v1/transactions/{begun.Id()}/cancel")).Data;
        (asked.Word("status"), asked.Word("message"), asked.GetProperty("version").GetInt32()).ShouldBe(("PENDING", Texts.Cancelling, 3));
        var again = (await Paired.AskAsync("POST", $"/v1/transactions/{begun.Id()}/cancel", "{}")).Data;
        again.GetProperty("version").GetInt32().ShouldBe(3);

        var view = await Sci.ActAsync("eftpos-1", new("idle"));
        view.GetProperty("transaction").GetProperty("cancelAsked").GetBoolean().ShouldBeTrue("the terminal is told");
        await Sci.ActAsync("eftpos-1", new(act, begun.Id()));
        (await ReadAsync(begun.Id())).Word("result_financial_status").ShouldBe(result);
        (await Paired.AskAsync("POST", $"/v1/transactions/{begun.Id()}/cancel")).Data.Word("result_financial_status").ShouldBe(result);
    }

    [Fact]
    public async Task Nobody_cancels_what_is_anothers()
    {
        var id = (await Paired.PurchaseAsync(1000)).Data.Id();
        await Sci.ActAsync("eftpos-1", new("approved", id));
        var other = await Sci.PairAsync();
        (await other.AskAsync("POST", $"/v1/transactions/{id}/cancel")).Error.ShouldBe("404 transaction_not_found");
        (await Paired.AskAsync("POST", $"/v1/settlements/{id}/cancel")).Error.ShouldBe("404 transaction_not_found");
    }

    private string Id { get; set; } = "";

    private async Task<Task<Answer>> HeldAsync()
    {
        Id = (await Paired.PurchaseAsync(1000)).Data.Id();
        var poll = Paired.AskAsync("GET", $"/v1/transactions/{Id}?min_version=2");
        await Eventually.BecomesAsync(() => Sci.Servers.News.Held == 1, "the long poll is held");
        return poll;
    }
}
