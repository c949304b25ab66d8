using PairingLab.Sci.Core;

namespace PairingLab.Sci.Tests.Api;

/// <summary>The Action Framework on the wire, read as the vendor's clients read it.</summary>
public sealed class ActionFormTests : LinkedTests
{
    private const string Purchase = """{"purchase_details":{"purchase_amount":1000}}""";

    [Theory]
    [InlineData("", new string[0], true)]
    [InlineData(""","pos_auto_print_signature_receipt":true""", new[] { "PRINT_MERCHANT_RECEIPT" }, false)]
    [InlineData(""","print_merchant_receipt":true""", new string[0], false)]
    public async Task A_receipt_to_be_signed_is_printed_by_itself_or_at_a_button_or_on_the_terminal(string flag, string[] auto, bool button)
    {
        var begun = await BeginAsync("""{"purchase_details":{"purchase_amount":1000}""" + flag + "}");
        await Sci.ActAsync("eftpos-1", new("signature", begun.Id()));
        var awaits = await ReadAsync(begun.Id());
        awaits.AutoActions().ShouldBe(auto);
        awaits.Buttons().Contains("Print receipt").ShouldBe(button);
        awaits.Buttons().ShouldContain("Accept signature");
    }

    [Theory]
    [InlineData("approved", new[] { "PRINT_MERCHANT_RECEIPT", "PRINT_CUSTOMER_RECEIPT", "TRANSACTION_COMPLETE" })]
    [InlineData("declined", new[] { "PRINT_MERCHANT_RECEIPT", "PRINT_CUSTOMER_RECEIPT", "RETRY_TRANSACTION", "TRANSACTION_COMPLETE" })]
    [InlineData("cancelled", new[] { "RETRY_TRANSACTION", "TRANSACTION_COMPLETE" })]
    public async Task The_end_offers_receipts_another_try_and_completion(string act, string[] actions)
    {
        var begun = await BeginAsync(Purchase);
        begun.Buttons().ShouldBe(["Cancel"]);
        await Sci.ActAsync("eftpos-1", new(act, begun.Id()));
        var ended = await ReadAsync(begun.Id());
        ended.Buttons().Select(b => ended.Action(b)).ShouldBe(actions);
    }

    [Theory]
    [InlineData("1.50", 150)]
    [InlineData(" 0 ", 0)]
    public async Task A_tip_is_asked_for_on_the_POS(string typed, int tip)
    {
        Sci.Service.Do(new ConfigureTerminal("eftpos-1", new() { Tipping = Tipping.OnPos }));
        var asks = await BeginAsync(Purchase);
        asks.Word("status").ShouldBe("AWAITING_POS");
        asks.Elements().Single(e => e.Of.Word("type") == "input").Of.Word("name").ShouldBe("tip_amount");

        var wrong = (await PressAsync(asks, "Add tip", """{"tip_amount":"abc"}""")).Data;
        (wrong.Word("status"), wrong.Word("message")).ShouldBe(("AWAITING_POS", Texts.NoTipAmount("abc")));
        var given = (await PressAsync(wrong, "Add tip", $$"""{"tip_amount":"{{typed}}"}""")).Data;
        (given.Word("status"), given.Buttons().Single()).ShouldBe(("PENDING", "Cancel"));
        Sci.Service.State.Transactions[asks.Id()].Amounts.Tip.ShouldBe(tip);
    }

    [Fact]
    public async Task No_tip_takes_no_inputs()
    {
        Sci.Service.Do(new ConfigureTerminal("eftpos-1", new() { Tipping = Tipping.OnPos }));
        (await PressAsync(await BeginAsync(Purchase), "No tip")).Data.Word("status").ShouldBe("PENDING");
    }

    [Fact]
    public async Task A_form_has_all_four_kinds_of_element_and_its_inputs_come_back()
    {
        Sci.Service.Do(new ConfigureTerminal("eftpos-1", new() { Plays = Plays.Form }));
        var form = await BeginAsync(Purchase);
        var elements = form.Elements();
        elements.Select(e => e.Of.GetProperty("type").GetString()).Distinct().ShouldBe(["text", "image", "input", "button"]);
        var image = elements.Single(e => e.Label == "Image 1").Of;
        (image.Word("mime"), image.Word("encoding")).ShouldBe(("image/png", "base64"));
        Convert.FromBase64String(image.Word("data")!)[1..4].ShouldBe("PNG"u8.ToArray());
        form.Action("Test").ShouldBe("TEST_ACTION");

        var next = (await PressAsync(form, "Submit", """{"input_2":"","input_1":"a"}""")).Data;
        (next.Word("status"), next.Word("message")).ShouldBe(("PENDING", "Received input_1=a, input_2="));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("""{"a":"\ud800"}""")]
    public async Task Inputs_that_are_none_are_refused(string body)
    {
        Sci.Service.Do(new ConfigureTerminal("eftpos-1", new() { Plays = Plays.Form }));
        (await PressAsync(await BeginAsync(Purchase), "Submit", body)).Error.ShouldBe("400 invalid_request");
    }

    [Fact]
    public async Task Another_pairing_and_another_stage_press_nothing()
    {
        var begun = await BeginAsync(Purchase);
        var path = $"/v1/transactions/{begun.Id()}/submit/accept-signature";
        (await Paired.AskAsync("POST", path)).Error.ShouldBe("409 nothing_to_do");
        await Sci.ActAsync("eftpos-1", new("signature", begun.Id()));
        (await Paired.AskAsync("POST", path.Replace("accept-", "other-", StringComparison.Ordinal))).Error.ShouldBe("409 nothing_to_do");
        await Sci.ActAsync("eftpos-1", new("cancelled", begun.Id()));
        (await (await Sci.PairAsync()).AskAsync("POST", path)).Error.ShouldBe("404 transaction_not_found");
    }
}
