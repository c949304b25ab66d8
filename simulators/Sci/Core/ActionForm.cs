namespace PairingLab.Sci.Core;

/// <summary>
/// What a POS is to show and do about a transaction: the Action Framework of the vendor. Rows of elements, each with a key of its own.
/// </summary>
/// <param name="AutoActions">What the POS does at once.</param>
/// <param name="Rows">What it shows, row by row.</param>
public sealed record ActionForm(IReadOnlyList<string> AutoActions, IReadOnlyList<IReadOnlyList<FormElement>> Rows)
{
    private const string Picture =
        "iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAAAAADFHGIkAAAAHUlEQVR42mP4DwYMYIDMZhhQiUHgBCwSo2FFtAQARIge8EV9XegAAAAASUVORK5CYII=";

    /// <summary>The form of a transaction as it stands.</summary>
    public static ActionForm Of(Transaction t) => t.Stage switch
    {
        TransactionStage.New => new([], []),
        TransactionStage.Ended => new([], OfEnd(t)),
        TransactionStage.TipOnPos => new([], [
            [Input("Tip", FormButtons.Tip)], [Submits("Add tip", FormButtons.AddTip), Submits("No tip", FormButtons.NoTip)], [Cancel]]),
        TransactionStage.SignatureOnPos => OfSignature(t),
        TransactionStage.TestForm => new([], [
            [Text("Text 1", "A text"), Image("Image 1")], [Input("Input 1 (input_1)", "input_1"), Input("Input 2 (input_2)", "input_2")],
            [Submits("Submit", FormButtons.Submit), Does("Test", PosActions.TestAction)]]),
        _ => new([], [[Cancel]]),
    };

    private static FormElement Cancel => Submits("Cancel", FormButtons.Cancel);

    /// <summary>Vendor: the POS prints the receipt to be signed by itself, or offers a button for it.</summary>
    private static ActionForm OfSignature(Transaction t)
    {
        IReadOnlyList<FormElement> judge =
            [Submits("Accept signature", FormButtons.AcceptSignature), Submits("Reject signature", FormButtons.RejectSignature)];
        FormElement print = Does("Print receipt", PosActions.PrintMerchantReceipt);
        return t.Order.Flags switch
        {
            { PrintMerchantReceipt: true } => new([], [judge, [Cancel]]),
            { PosAutoPrintSignatureReceipt: true } => new([PosActions.PrintMerchantReceipt], [judge, [Cancel]]),
            _ => new([], [[print], judge, [Cancel]]),
        };
    }

    private static IReadOnlyList<IReadOnlyList<FormElement>> OfEnd(Transaction t)
    {
        FormElement[] prints =
        [
            .. Receipts.Merchant(t) is null || t.Order.Flags.PrintMerchantReceipt
                ? Array.Empty<FormElement>() : [Does("Print merchant receipt", PosActions.PrintMerchantReceipt)],
            .. Receipts.Customer(t) is null || t.CustomerCopyPrinted
                ? Array.Empty<FormElement>() : [Does("Print customer receipt", PosActions.PrintCustomerReceipt)],
        ];
        var done = Does("OK", t.Order.IsSettlement ? PosActions.SettlementComplete : PosActions.TransactionComplete);
        var again = Does("Retry", t.Order.IsSettlement ? PosActions.RetrySettlement : PosActions.RetryTransaction);
        IReadOnlyList<FormElement> last = t.Result switch
        {
            TransactionResult.Unknown => [],
            TransactionResult.Approved => [done],
            _ => [again, done],
        };
        return [.. new[] { prints, last }.Where(r => r.Count > 0)];
    }

    private static FormElement Text(string label, string text) => new(label, ElementType.Text) { Value = text };

    private static FormElement Image(string label) => new(label, ElementType.Image) { Value = Picture };

    private static FormElement Input(string label, string name) => new(label, ElementType.Input) { Value = name };

    private static FormElement Submits(string label, string button) => new(label, ElementType.Button) { Button = button };

    private static FormElement Does(string label, string action) => new(label, ElementType.Button) { Value = action };
}

/// <summary>An element of a form.</summary>
/// <param name="Label">What stands on or before it.</param>
/// <param name="Type">What it is.</param>
public sealed record FormElement(string Label, ElementType Type)
{
    /// <summary>A text's text, an input's name, a button's action, or an image's data.</summary>
    public string? Value { get; init; }

    /// <summary>The button that is submitted to SCI; null for any other element.</summary>
    public string? Button { get; init; }
}

/// <summary>The four kinds of element.</summary>
public enum ElementType
{
    /// <summary>A text to be read.</summary>
    Text,

    /// <summary>A button.</summary>
    Button,

    /// <summary>A field.</summary>
    Input,

    /// <summary>A picture.</summary>
    Image,
}

/// <summary>The buttons that are submitted to SCI, and the inputs that go with them; the names are the lab's.</summary>
public static class FormButtons
{
    /// <summary>The input of a tip.</summary>
    public const string Tip = "tip_amount";

    /// <summary>The POS gives a tip.</summary>
    public const string AddTip = "add-tip";

    /// <summary>The POS gives no tip.</summary>
    public const string NoTip = "no-tip";

    /// <summary>The signature is good.</summary>
    public const string AcceptSignature = "accept-signature";

    /// <summary>The signature is not good.</summary>
    public const string RejectSignature = "reject-signature";

    /// <summary>The form is filled in.</summary>
    public const string Submit = "submit";

    /// <summary>Asks for the transaction to be cancelled.</summary>
    public const string Cancel = "cancel";
}

/// <summary>The actions that a POS does by itself. SCI's public clients.</summary>
public static class PosActions
{
    /// <summary>Prints the merchant's receipt.</summary>
    public const string PrintMerchantReceipt = "PRINT_MERCHANT_RECEIPT";

    /// <summary>Prints the customer's receipt.</summary>
    public const string PrintCustomerReceipt = "PRINT_CUSTOMER_RECEIPT";

    /// <summary>Closes the transaction.</summary>
    public const string TransactionComplete = "TRANSACTION_COMPLETE";

    /// <summary>Begins the same transaction again.</summary>
    public const string RetryTransaction = "RETRY_TRANSACTION";

    /// <summary>Closes the settlement.</summary>
    public const string SettlementComplete = "SETTLEMENT_COMPLETE";

    /// <summary>Begins the same settlement again.</summary>
    public const string RetrySettlement = "RETRY_SETTLEMENT";

    /// <summary>Calls a function of the POS, for tests.</summary>
    public const string TestAction = "TEST_ACTION";
}
