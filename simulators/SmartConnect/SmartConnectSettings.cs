namespace PairingLab.SmartConnect;

/// <summary>
/// What can be set about a SmartConnect site. Sources: the vendor's API reference where it states a time, else the lab's own
/// choice; seed 002_a480d71a52dec20c only says that a code "has a certain TTL" and "may periodically refresh". Lab time.
/// </summary>
public sealed record SmartConnectSettings
{
    /// <summary>How long a pairing code that is not refreshed can be used. Lab's choice.</summary>
    public TimeSpan CodeLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a device that shows a code asks for another one. Lab's choice.</summary>
    public TimeSpan CodeRefresh { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The time between two polls of a transaction; a faster one is refused. Vendor: 2 seconds.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long after a transaction request it can be polled. Vendor: 15 minutes.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>After this time a poll says OK-DELAYED. Vendor: "when long"; the number is the lab's choice.</summary>
    public TimeSpan DelayedAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A payment that no device has fetched fails when its device has not been heard of for so long. Lab's choice.</summary>
    public TimeSpan OfflineAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a finished transaction is kept. Lab's choice.</summary>
    public TimeSpan PaymentsKept { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Whether a pairing request without POSRegisterName is refused. Vendor: mandatory, but live clients leave it out.</summary>
    public bool RegisterNameRequired { get; init; }

    /// <summary>Whether a busy device refuses with "device is busy", as the vendor's sample shows, where the seed queues.</summary>
    public bool RefuseWhenBusy { get; init; }

    /// <summary>How often a payment device asks the server what is new. Lab's choice.</summary>
    public TimeSpan DeviceLooks { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a device or register waits for an answer. Lab's choice.</summary>
    public TimeSpan AnswerPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a payment device shows how a payment ended. Lab's choice.</summary>
    public TimeSpan MessageStays { get; init; } = TimeSpan.FromSeconds(3);
}
