using System.Text.Json;

namespace PairingLab.Sci.Tests.Api;

/// <summary>Settlements and enquiries: what a terminal has taken.</summary>
public sealed class SettlementTests : LinkedTests
{
    private const string Settlements = "/v1/settlements";

    [Fact]
    public async Task A_settlement_tells_the_totals_and_begins_anew()
    {
        await TakeAsync("""{"purchase_details":{"purchase_amount":1000,"tip_amount":100,"surcharge_amount":50}}""");
        await TakeAsync("""{"purchase_with_cashout_details":{"purchase_amount":500,"cashout_amount":2000}}""");
        await TakeAsync("""{"moto_details":{"moto_amount":300}}""");
        await TakeAsync("""{"refund_details":{"refund_amount":700}}""");
        await TakeAsync("""{"purchase_details":{"purchase_amount":9900}}""", "declined");

        const string Totals = "PUR=1800 TIP=100 SUR=50 REF=700 CAS=2000 TOT=3250";
        (await SettleAsync("""{"type":"ENQUIRY"}""")).ShouldBe(Totals);
        (await SettleAsync("""{"type":"SETTLEMENT"}""")).ShouldBe(Totals);
        (await SettleAsync("""{"type":"SETTLEMENT"}""")).ShouldBe("PUR=0 TIP=0 SUR=0 REF=0 CAS=0 TOT=0");
        (await SettleAsync("""{"type":"ENQUIRY","enquiry_date":{"year":2026,"month":1,"day":1}}"""))
            .ShouldBe("PUR=0 TIP=0 SUR=0 REF=0 CAS=0 TOT=0");
        var today = Sci.Clock.GetUtcNow();
        var date = $$$"""{"type":"ENQUIRY","enquiry_date":{"year":{{{today.Year}}},"month":{{{today.Month}}},"day":{{{today.Day}}} } }""";
        (await SettleAsync(date)).ShouldBe(Totals);
    }

    [Fact]
    public async Task A_settlement_has_its_own_actions_and_a_receipt_for_the_merchant_only()
    {
        var begun = await BeginAsync("""{"type":"SETTLEMENT"}""", Settlements);
        begun.ButtonUrl("Cancel").ShouldEndWith($"/v1/settlements/{begun.Id()}/cancel");
        (await Paired.AskAsync("GET", $"/v1/transactions/{begun.Id()}")).Error.ShouldBe("404 transaction_not_found");
        (await Sci.TryActAsync("eftpos-1", new("signature", begun.Id()))).Error.ShouldBe("409 nothing_to_do");
        await Sci.ActAsync("eftpos-1", new("approved", begun.Id()));
        var ended = (await Paired.AskAsync("GET", $"{Settlements}/{begun.Id()}?min_version=3")).Data;
        (ended.Word("status"), ended.Word("result_financial_status"), ended.Word("message"))
            .ShouldBe(("FINALISED", "APPROVED", "Settlement complete"));
        ended.Buttons().Select(b => ended.Action(b)).ShouldBe(["PRINT_MERCHANT_RECEIPT", "SETTLEMENT_COMPLETE"]);
        ended.Word("merchant_receipt")!.ShouldContain("TOT");
        ended.Word("customer_receipt").ShouldBeNull();
        ended.GetProperty("result_amounts").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_settlement_that_is_cancelled_can_be_tried_again_and_has_settled_nothing()
    {
        await TakeAsync("""{"purchase_details":{"purchase_amount":1000}}""");
        var begun = await BeginAsync("""{"type":"SETTLEMENT"}""", Settlements);
        await Sci.ActAsync("eftpos-1", new("cancelled", begun.Id()));
        var ended = await ReadAsync(begun.Id(), Settlements);
        ended.Buttons().Select(b => ended.Action(b)).ShouldBe(["RETRY_SETTLEMENT", "SETTLEMENT_COMPLETE"]);
        ended.TryGetProperty("totals", out _).ShouldBeFalse();
        (await SettleAsync("""{"type":"ENQUIRY"}""")).ShouldStartWith("PUR=1000");
    }

    [Theory]
    [InlineData("""{"type":"settlement"}""", "type must be one of: SETTLEMENT, ENQUIRY")]
    [InlineData("""{"type":7}""", "type must be one of")]
    [InlineData("""[]""", "the body must be a JSON object")]
    [InlineData("""{"type":"SETTLEMENT","enquiry_date":{"year":2026,"month":1,"day":5}}""", "goes with the type ENQUIRY only")]
    [InlineData("""{"type":"ENQUIRY","enquiry_date":{"year":2026,"month":2,"day":30}}""", "enquiry_date must be a day")]
    [InlineData("""{"type":"ENQUIRY","enquiry_date":"2026-01-05"}""", "enquiry_date must be a day")]
    [InlineData("""{"type":"ENQUIRY","enquiry_date":{"year":1e9,"month":1,"day":1}}""", "enquiry_date must be a day")]
    public async Task A_bad_settlement_is_refused(string body, string message)
    {
        var answer = await Paired.AskAsync("POST", Settlements, body);
        answer.Error.ShouldBe("400 invalid_request");
        answer.Message.ShouldContain(message);
    }

    private async Task TakeAsync(string body, string act = "approved") =>
        await Sci.ActAsync("eftpos-1", new(act, (await BeginAsync(body)).Id()));

    private async Task<string> SettleAsync(string body)
    {
        var begun = await BeginAsync(body, Settlements);
        await Sci.ActAsync("eftpos-1", new("approved", begun.Id()));
        var totals = (await ReadAsync(begun.Id(), Settlements)).GetProperty("totals");
        return string.Join(' ', totals.EnumerateObject().Select(t => $"{t.Name}={t.Value}"));
    }
}
