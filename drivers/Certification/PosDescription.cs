namespace PairingLab.Drivers.Certification;

/// <summary>A POS as a certification sees it: the content of a file in lab-config/certify.</summary>
public sealed record PosDescription
{
    /// <summary>Its name in the report when --product says nothing.</summary>
    public required string Product { get; init; }

    /// <summary>How it is reached.</summary>
    public required PosWay Is { get; init; }

    /// <summary><see cref="PosWay.Files"/>: the page, relative to the description. <see cref="PosWay.Web"/>: its address.</summary>
    public string? Page { get; init; }

    /// <summary>
    /// How long the POS may take to show something after an act, in seconds of its page's own clock, requests under way not counted.
    /// </summary>
    public double PatienceSeconds { get; init; } = 5;

    /// <summary>
    /// Whether its page carries aria-busy while anything is under way: what is not there when it carries none will not come.
    /// </summary>
    public bool TellsWhenBusy { get; init; }

    /// <summary>The attribute that a finder's testId means.</summary>
    public string TestIdAttribute { get; init; } = "data-testid";

    /// <summary>The CSS selector of the frame that all parts are in, frames in frames behind " >> "; null for the page itself.</summary>
    public string? Frame { get; init; }

    /// <summary>What is answered when the POS asks by a dialog of the browser, "Remove this pairing?" say.</summary>
    public DialogAnswer Dialogs { get; init; }

    /// <summary>What is done before the POS can be worked: sign-in, PIN. Left out when its first step is not there.</summary>
    public IReadOnlyList<PosStep> SignIn { get; init; } = [];

    /// <summary>How the POS is switched off and on; null for a web page that is closed and opened again.</summary>
    public PosOrder? Restart { get; init; }

    /// <summary>How the POS forgets all pairings; null for a new browser with nothing stored.</summary>
    public PosOrder? Reset { get; init; }

    /// <summary>Which clock its page goes by.</summary>
    public PosClock Clock { get; init; }

    /// <summary>A part of the address of requests that wait for news: they are not under way because of an act.</summary>
    public IReadOnlyList<string> Polls { get; init; } = ["/v1/transactions/", "/v1/settlements/"];

    /// <summary>The file in which the maker declares what it supports, relative to the description; null for none.</summary>
    public string? Capabilities { get; init; }

    /// <summary>How 10.00 is typed into the amount: "10.00", "10,00" or, in cents, "1000".</summary>
    public string AmountLike { get; init; } = "10.00";

    /// <summary>Where its receipts go.</summary>
    public PosReceipts Receipts { get; init; }

    /// <summary>Where its parts are; a part that is left out is not there. Not needed for an operator.</summary>
    public IReadOnlyDictionary<PosPart, PosFinder> Parts { get; init; } = new Dictionary<PosPart, PosFinder>();

    /// <summary>Parts that a POS worked by an operator does not have.</summary>
    public IReadOnlyList<PosPart> Without { get; init; } = [];

    /// <summary>Its texts.</summary>
    public required PosTexts Texts { get; init; }

    /// <summary>Whether the POS has a part, as far as the description says.</summary>
    public bool Has(PosPart part) => Is == PosWay.Operator ? !Without.Contains(part) : Finder(part) is not null;

    /// <summary>
    /// Where a part is; null when it is not there. The elements of a form have SCI's names, unless said otherwise, and a purchase with cash
    /// starts like any other.
    /// </summary>
    public PosFinder? Finder(PosPart part) => Parts.GetValueOrDefault(part) ?? part switch
    {
        PosPart.FormButton => new() { Role = "button", Name = "{label}" },
        PosPart.FormInput => new() { Label = "{label}" },
        PosPart.FormImage => new() { Role = "img", Name = "{label}" },
        PosPart.PayWithCash when Parts.ContainsKey(PosPart.Cash) => Parts.GetValueOrDefault(PosPart.Pay),
        _ => null,
    };

    /// <summary>An amount such as 10.00 as it is typed.</summary>
    public string Amount(string amount) => AmountLike switch
    {
        "10,00" => amount.Replace('.', ','),
        "1000" => amount.Replace(".", "", StringComparison.Ordinal),
        _ => amount,
    };
}

/// <summary>How a certification reaches the POS.</summary>
public enum PosWay
{
    /// <summary>The lab's reference POS.</summary>
    Simulated,

    /// <summary>A page whose files lie beside the description; the lab serves them.</summary>
    Files,

    /// <summary>A web POS that serves itself: its address is in the description or in --pos.</summary>
    Web,

    /// <summary>A POS without a web page: the lab asks the person at the bench.</summary>
    Operator,
}

/// <summary>What a certification looks for, types into and presses on a POS. Names in a description file are these, in camelCase.</summary>
public enum PosPart
{
    /// <summary>Opens the pairing section from where sales are made.</summary>
    PairingSection,

    /// <summary>Goes back to where sales are made.</summary>
    SaleScreen,

    /// <summary>The SCI logo.</summary>
    Logo,

    /// <summary>The pairing instructions.</summary>
    Instructions,

    /// <summary>The field for the pairing code.</summary>
    Code,

    /// <summary>The field for the pairing nickname.</summary>
    Nickname,

    /// <summary>Sends the pairing code.</summary>
    Pair,

    /// <summary>Tests the pairing that is being made.</summary>
    Test,

    /// <summary>Cancels the pairing that is being made.</summary>
    Cancel,

    /// <summary>Tests a pairing that is there.</summary>
    TestPairing,

    /// <summary>Removes a pairing.</summary>
    Unpair,

    /// <summary>Chooses the terminal of a sale.</summary>
    Terminal,

    /// <summary>The field for the amount of a sale.</summary>
    Amount,

    /// <summary>Starts the payment of that amount.</summary>
    Pay,

    /// <summary>Starts the refund of that amount.</summary>
    Refund,

    /// <summary>Starts a cash-out of that amount.</summary>
    CashOut,

    /// <summary>Starts a mail order or telephone order of that amount.</summary>
    Moto,

    /// <summary>The field for the cash that goes with a purchase.</summary>
    Cash,

    /// <summary>Starts a purchase with cash.</summary>
    PayWithCash,

    /// <summary>Starts a settlement.</summary>
    Settle,

    /// <summary>Starts a settlement enquiry.</summary>
    Enquire,

    /// <summary>Has signatures judged on the terminal from now on.</summary>
    SignatureOnTerminal,

    /// <summary>Has signatures judged on the POS again.</summary>
    SignatureOnPos,

    /// <summary>A button of a form: {label} is its name.</summary>
    FormButton,

    /// <summary>A field of a form: {label} is its name.</summary>
    FormInput,

    /// <summary>A picture of a form: {label} is its name.</summary>
    FormImage,

    /// <summary>The override: the merchant says that the transaction was successful.</summary>
    OverrideYes,

    /// <summary>The override: the merchant says that it was not.</summary>
    OverrideNo,
}

/// <summary>Where the receipts of a POS go.</summary>
public enum PosReceipts
{
    /// <summary>On its screen.</summary>
    Shown,

    /// <summary>To a printer, or into a store: the lab does not see them.</summary>
    Printed,
}

/// <summary>The clock by which the page of a POS counts seconds.</summary>
public enum PosClock
{
    /// <summary>Time as it is: a minute takes a minute.</summary>
    Real,

    /// <summary>The browser's: it can be put forward.</summary>
    Page,
}

/// <summary>What the lab answers to a dialog of the browser.</summary>
public enum DialogAnswer
{
    /// <summary>OK.</summary>
    Accept,

    /// <summary>Cancel.</summary>
    Dismiss,
}

/// <summary>A step of a sign-in: something is pressed, or typed into.</summary>
/// <param name="At">Where.</param>
/// <param name="Text">What is typed; null for a press.</param>
/// <param name="Variable">The environment variable that holds what is typed, a password say; null for none.</param>
public sealed record PosStep(PosFinder At, string? Text, string? Variable);

/// <summary>How something is done to a POS from outside its page: one of a command, an HTTP request and a person.</summary>
/// <param name="Command">Program and arguments.</param>
/// <param name="Http">Method and address: "POST http://till:3000/restart".</param>
/// <param name="Operator">What the person at the bench is asked to do.</param>
public sealed record PosOrder(IReadOnlyList<string>? Command, string? Http, string? Operator);

/// <summary>The texts of a POS that its maker may word. Those that are prescribed are not here.</summary>
public sealed record PosTexts
{
    /// <summary>The success message.</summary>
    public string Success { get; init; } = "";

    /// <summary>Only suggested by the SCI integration guide, so a POS may give another clear text.</summary>
    public string ConnectivityFailure { get; init; } = "Please check network and terminal connections and try again";

    /// <summary>The error when a pairing was removed elsewhere, on opening the pairing section.</summary>
    public string Removed { get; init; } = "No active pairings found";

    /// <summary>The same before a transaction; null for the same text.</summary>
    public string? RemovedBeforeTransaction { get; init; }

    /// <summary>What it says of an approved transaction.</summary>
    public string Approved { get; init; } = "Transaction approved";

    /// <summary>What it says of a declined transaction.</summary>
    public string Declined { get; init; } = "Transaction declined";

    /// <summary>What it says of a cancelled transaction.</summary>
    public string Cancelled { get; init; } = "Transaction cancelled";

    /// <summary>What it says of a settlement that was made.</summary>
    public string Settled { get; init; } = "Settlement complete";

    /// <summary>What it says of a settlement enquiry that was answered.</summary>
    public string Enquired { get; init; } = "Settlement enquiry complete";
}

/// <summary>A POS description can't be used; the message names the file, the place, and what would be right.</summary>
public sealed class PosDescriptionException(string message, Exception? inner = null) : Exception(message, inner);
