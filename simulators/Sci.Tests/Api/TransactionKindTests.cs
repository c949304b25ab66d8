using PairingLab.Sci.Core;

namespace PairingLab.Sci.Tests.Api;

/// <summary>What can be asked for, and what comes of each part of an amount.</summary>
public sealed class TransactionKindTests : LinkedTests
{
    [Theory]
    [InlineData("""{"purchase_details":{"purchase_amount":1000}}""", 1000, "purchase_amount=1000")]
    [InlineData(
        """{"purchase_details":{"purchase_amount":1000,"tip_amount":100,"surcharge_amount":50}}""", 1150,
        "purchase_amount=1000 tip_amount=100 surcharge_amount=50")]
    [InlineData("""{"refund_details":{"refund_amount":700}}""", 700, "refund_amount=700")]
    [InlineData("""{"cashout_details":{"cashout_amount":2000,"surcharge_amount":20}}""", 2020, "surcharge_amount=20 cashout_amount=2000")]
    [InlineData(
        """{"purchase_with_cashout_details":{"purchase_amount":1000,"cashout_amount":2000,"surcharge_amount":1}}""", 3001,
        "purchase_amount=1000 surcharge_amount=1 cashout_amount=2000")]
    [InlineData("""{"moto_details":{"moto_amount":900,"surcharge_amount":9}}""", 909, "surcharge_amount=9 moto_amount=900")]
    [InlineData(
        """{"purchase_details":{"purchase_amount":5,"tip_amount":null},"refund_details":null,"print_merchant_receipt":null}""", 5,
        "purchase_amount=5")]
    public async Task Every_part_of_the_amount_is_charged_and_told(string body, int total, string parts)
    {
        var begun = await BeginAsync(body);
        (await Sci.ActAsync("eftpos-1", new("idle"))).GetProperty("transaction").GetProperty("amount").GetInt32().ShouldBe(total);
        await Sci.ActAsync("eftpos-1", new("approved", begun.Id()));
        var ended = await ReadAsync(begun.Id());
        string.Join(' ', ended.GetProperty("result_amounts").EnumerateObject().Where(a => a.Value.GetInt32() != 0)
            .Select(a => $"{a.Name}={a.Value}")).ShouldBe(parts);
        ended.GetProperty("result_amounts").EnumerateObject().Count().ShouldBe(6);
        ended.Word("merchant_receipt")!.ShouldContain($"AUD {total / 100m:0.00}");
    }

    [Theory]
    [InlineData("""{}""", "exactly one of purchase_details, refund_details")]
    [InlineData("""{"purchase_details":{"purchase_amount":1},"refund_details":{"refund_amount":1}}""", "exactly one of purchase_details")]
    [InlineData("""{"purchase_details":{"purchase_amount":1,"tip_amount":-1}}""", "purchase_details.tip_amount must be cents")]
    [InlineData("""{"purchase_details":{"purchase_amount":1,"surcharge_amount":"5"}}""", "purchase_details.surcharge_amount must be cents")]
    [InlineData("""{"purchase_details":{"purchase_amount":1,"cashout_amount":5}}""", "purchase_details has no cashout_amount; allowed")]
    [InlineData("""{"refund_details":{"refund_amount":1,"surcharge_amount":5}}""", "refund_details has no surcharge_amount")]
    [InlineData("""{"moto_details":{"moto_amount":1,"tip_amount":5}}""", "moto_details has no tip_amount")]
    [InlineData("""{"purchase_with_cashout_details":{"purchase_amount":1}}""", "cashout_details.cashout_amount must be cents")]
    [InlineData("""{"cashout_details":[]}""", "cashout_details must be an object with cashout_amount")]
    [InlineData("""{"purchase_details":{"purchase_amount":1},"verify_signature_on_terminal":"yes"}""", "verify_signature_on_terminal must")]
    [InlineData("""{"purchase_details":{"purchase_amount":1000000000,"tip_amount":1}}""", "all amounts together")]
    [InlineData("nonsense", "the body must be JSON")]
    public async Task What_is_wrong_is_named_in_its_own_words(string body, string message)
    {
        var answer = await Paired.AskAsync("POST", "/v1/transactions", body);
        answer.Error.ShouldBe("400 invalid_request");
        answer.Message.ShouldStartWith("Invalid request: ");
        answer.Message.ShouldContain(message);
        answer.Message.ShouldNotContain("pairing_code");
    }

    [Theory]
    [InlineData(Tipping.Off, 150, """{"purchase_details":{"purchase_amount":1000}}""", 1015)]
    [InlineData(Tipping.Off, 150, """{"purchase_details":{"purchase_amount":1000,"surcharge_amount":0}}""", 1000)]
    [InlineData(Tipping.Off, 150, """{"refund_details":{"refund_amount":1000}}""", 1000)]
    [InlineData(Tipping.OnPos, 0, """{"purchase_details":{"purchase_amount":1000,"tip_amount":0}}""", 1000)]
    [InlineData(Tipping.OnTerminal, 0, """{"purchase_details":{"purchase_amount":1000,"tip_amount":200}}""", 1200)]
    [InlineData(Tipping.OnTerminal, 0, """{"moto_details":{"moto_amount":1000}}""", 1000)]
    public async Task What_the_POS_gives_overrides_the_settings_of_the_terminal(Tipping tipping, int surcharge, string body, int total)
    {
        Configure(new() { Tipping = tipping, Surcharge = surcharge });
        var begun = await BeginAsync(body);
        await Sci.ActAsync("eftpos-1", new("approved", begun.Id()));
        Sci.Service.State.Transactions[begun.Id()].Amounts.Total.ShouldBe(total);
    }

    [Fact]
    public async Task A_tip_on_the_terminal_is_in_the_surcharge()
    {
        Configure(new() { Tipping = Tipping.OnTerminal, Surcharge = 1000 });
        var begun = await BeginAsync("""{"purchase_details":{"purchase_amount":1000}}""");
        (begun.Word("status"), begun.Word("message")).ShouldBe(("PENDING", Texts.WaitingForTip));
        await Sci.ActAsync("eftpos-1", new("tip", begun.Id(), "100"));
        await Sci.ActAsync("eftpos-1", new("approved", begun.Id()));
        Sci.Service.State.Transactions[begun.Id()].Amounts.ShouldBe(new() { Purchase = 1000, Tip = 100, Surcharge = 110 });
    }

    [Fact]
    public async Task The_merchants_receipt_is_there_while_the_signature_is_judged()
    {
        var begun = await BeginAsync("""{"purchase_details":{"purchase_amount":1000}}""");
        await Sci.ActAsync("eftpos-1", new("signature", begun.Id()));
        var awaits = await ReadAsync(begun.Id());
        awaits.Word("status").ShouldBe("AWAITING_POS");
        awaits.Word("merchant_receipt")!.ShouldContain("SIGNATURE REQUIRED");
        awaits.Word("customer_receipt").ShouldBeNull();
    }

    [Fact]
    public async Task With_its_flag_the_signature_is_judged_on_the_terminal()
    {
        var begun = await BeginAsync("""{"purchase_details":{"purchase_amount":1000},"verify_signature_on_terminal":true}""");
        var view = await Sci.ActAsync("eftpos-1", new("signature", begun.Id()));
        view.GetProperty("transaction").GetProperty("toBeSigned").GetString()!.ShouldContain("SIGNATURE REQUIRED");
        (await ReadAsync(begun.Id())).Word("status").ShouldBe("PENDING");
        await Sci.ActAsync("eftpos-1", new("declined", begun.Id()));
        (await ReadAsync(begun.Id())).Word("result_financial_status").ShouldBe("DECLINED");
    }

    [Fact]
    public async Task What_the_terminal_prints_the_POS_does_not()
    {
        var begun = await BeginAsync(
            """{"purchase_details":{"purchase_amount":1000},"print_merchant_receipt":true,"prompt_customer_receipt":true}""");
        await Sci.ActAsync("eftpos-1", new("approved", begun.Id(), Printed: true));
        (await ReadAsync(begun.Id())).Buttons().ShouldBe(["OK"]);
    }

    private void Configure(TerminalOptions options) => Sci.Service.Do(new ConfigureTerminal("eftpos-1", options)).Refusal.ShouldBeNull();
}
