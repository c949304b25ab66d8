using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect;

/// <summary>
/// What can be set about a SmartConnect site. Sources: the vendor's API reference where it states a time, else the lab's own
/// choice; SmartConnect pairing guide only says that a code "has a certain TTL" and "may periodically refresh". Lab time.
/// </summary>
public sealed record SmartConnectSettings
{
    /// <summary>How many characters a pairing code has. 4 to 12. Makers' manuals: 8; the vendor's example has 6.</summary>
    public int CodeLength { get; init; } = 8;

    /// <summary>
    /// Whether a pairing code has capitals too, without those that are mistaken for digits. Makers' manuals: digits only.
    /// </summary>
    public bool CodeLetters { get; init; }

    /// <summary>How long a pairing code that is not refreshed can be used. Lab's choice.</summary>
    public TimeSpan CodeLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After this many invalid codes an address is locked out for a while. Lab's choice.</summary>
    public int CodeGuesses { get; init; } = 20;

    /// <summary>How long it is not heard then; each invalid code after that doubles the time, up to a day. Lab's choice.</summary>
    public TimeSpan CodeLockOut { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often a device that shows a code asks for another one. Lab's choice.</summary>
    public TimeSpan CodeRefresh { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The time between two polls of a transaction; a faster one is refused. Vendor: 2 seconds.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How much earlier a poll may be, so that a client's timer of 2 seconds never meets a refusal. Lab's choice.</summary>
    public TimeSpan PollTolerance { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long after a transaction request it can be polled. Vendor: 15 minutes.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// After this time a poll says OK-DELAYED, and a request of the legacy synchronous mode is answered without a result. Vendor: "when
    /// long"; the number is the lab's choice.
    /// </summary>
    public TimeSpan DelayedAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A payment that no device has fetched fails when its device has not been heard of for so long. Lab's choice.</summary>
    public TimeSpan OfflineAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a finished transaction is kept. Vendor: about 180 days.</summary>
    public TimeSpan PaymentsKept { get; init; } = TimeSpan.FromDays(180);

    /// <summary>
    /// Whether results name the POS and the vendor (PosVendor, PosRegisterID, PosBusinessName, Company, ResultText), as the vendor's
    /// reference shows. Clients: live results do not.
    /// </summary>
    public bool ResultsNamePos { get; init; }

    /// <summary>Whether Terminal.ReadCard is known; only clients name it.</summary>
    public bool ReadCardKnown { get; init; } = true;

    /// <summary>How long a POS has to answer at its PosNotificationCallbackUrl. Lab's choice.</summary>
    public TimeSpan CallbackPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a POS that did not take the call is called again. Lab's choice.</summary>
    public int CallbackRetries { get; init; } = 4;

    /// <summary>When it is called again for the first time; each further time takes four times as long. Lab's choice.</summary>
    public TimeSpan CallbackRetryAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether a pairing request without POSRegisterName is refused. Vendor: mandatory, but live clients leave it out.</summary>
    public bool RegisterNameRequired { get; init; }

    /// <summary>
    /// Whether a busy device refuses with "device is busy", as the vendor's sample shows, where the SmartConnect pairing guide queues.
    /// </summary>
    public bool RefuseWhenBusy { get; init; }

    /// <summary>How often a payment device asks the server what is new. Lab's choice.</summary>
    public TimeSpan DeviceLooks { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long after power-on a device without registers offers to pair. Makers' manuals: about a minute.</summary>
    public TimeSpan PairingOffered { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Transaction types that the devices do not have, separated by commas. Lab's choice: none.</summary>
    public string DevicesLack
    {
        get;
        init => field = Unknown(value) is { } name
            ? throw new FormatException(
                $"unknown transaction type '{name}'; allowed values: {string.Join(", ", TransactionType.All.Select(t => t.Name))}")
            : value;
    } = "";

    /// <summary>
    /// Whether a device that is not at its idle screen (it shows its menu, say) fails what it is sent. Clients: it must be idle before the
    /// POST.
    /// </summary>
    public bool DeviceMustBeIdle { get; init; } = true;

    /// <summary>Whether Card.Finalise must name an approved authorisation that is not finalised yet. Lab's choice.</summary>
    public bool FinaliseChecksAuthorisation { get; init; } = true;

    /// <summary>The password that 3 Config asks for; empty to ask for none. Makers' manuals: it asks; lab's choice: the digits.</summary>
    public string ConfigPassword { get; init; } = "1234";

    /// <summary>Whether devices ask for a tip. Lab's choice.</summary>
    public bool Tipping { get; init; }

    /// <summary>What devices add to a purchase, in percent. Lab's choice: nothing.</summary>
    public decimal SurchargePercent { get; init; }

    /// <summary>How devices end payments; each device can be set otherwise. docs/outcomes.md; lab's choice.</summary>
    public Plays Plays { get; init; } = Plays.Person;

    /// <summary>How long a device that plays shows a payment before it ends it. Lab's choice.</summary>
    public TimeSpan PlaysAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a device that plays a time-out waits for a card. Lab's choice.</summary>
    public TimeSpan CardPatience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a device that plays a lost network is away. Lab's choice.</summary>
    public TimeSpan NetworkLost { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>How long a device or register waits for an answer. Lab's choice.</summary>
    public TimeSpan AnswerPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a payment device shows how a payment ended. Lab's choice.</summary>
    public TimeSpan MessageStays { get; init; } = TimeSpan.FromSeconds(3);

    private static string? Unknown(string types) => types
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(t => TransactionType.Find(t) is null);
}
