using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PairingLab.SmartConnect.Core;

/// <summary>All that the SmartConnect server knows at one moment. Every change costs O(log n), however many registers there are.</summary>
public sealed record SmartConnectState
{
    /// <summary>A server that nobody has talked to yet.</summary>
    public static readonly SmartConnectState New = new();

    /// <summary>Devices by internal id.</summary>
    public ImmutableDictionary<string, PaymentDevice> Devices { get; init; } =
        ImmutableDictionary.Create<string, PaymentDevice>(StringComparer.Ordinal);

    /// <summary>Paired registers by id.</summary>
    public ImmutableDictionary<string, PairedRegister> Registers { get; init; } =
        ImmutableDictionary.Create<string, PairedRegister>(StringComparer.Ordinal);

    /// <summary>The internal id of the device that shows a code, by code.</summary>
    public ImmutableDictionary<string, string> Codes { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Payments by id.</summary>
    public ImmutableDictionary<string, Payment> Payments { get; init; } =
        ImmutableDictionary.Create<string, Payment>(StringComparer.Ordinal);

    /// <summary>The number of the next payment.</summary>
    public long NextNumber { get; init; } = 1;

    /// <summary>The devices whose payments wait, by since when.</summary>
    public ImmutableSortedSet<(DateTimeOffset Since, string Device)> Waits { get; init; } = [];

    /// <summary>Finished payments, by when they ended.</summary>
    public ImmutableSortedSet<(DateTimeOffset At, string Payment)> Finished { get; init; } = [];

    /// <summary>Payments whose POS is to be called, by when.</summary>
    public ImmutableSortedSet<(DateTimeOffset At, string Payment)> Callbacks { get; init; } = [];

    /// <summary>The device of an internal id; a new one when it is unknown.</summary>
    internal PaymentDevice DeviceOf(string id) => Devices.GetValueOrDefault(id) ?? new(id);

    /// <summary>The state with a device as given, and with where it stands among those whose payments wait.</summary>
    internal SmartConnectState With(PaymentDevice device)
    {
        var waits = Devices.GetValueOrDefault(device.Id)?.WaitsSince is { } before ? Waits.Remove((before, device.Id)) : Waits;
        DateTimeOffset? since = device.Queue.IsEmpty ? null : Later(Payments[device.Queue[0]].AcceptedAt, device.LastSeen);
        return this with
        {
            Devices = Devices.SetItem(device.Id, device with { WaitsSince = since }),
            Waits = since is { } at ? waits.Add((at, device.Id)) : waits,
        };
    }

    /// <summary>The same with a change that the device's screen may show: its version rises.</summary>
    internal SmartConnectState WithChanged(PaymentDevice device) => With(device with { Version = device.Version + 1 });

    /// <summary>The state with a payment changed.</summary>
    internal SmartConnectState WithPayment(string id, Func<Payment, Payment> change) =>
        this with { Payments = Payments.SetItem(id, change(Payments[id])) };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>A payment device as SmartConnect knows it: by its internal id, whatever hardware bears that id now.</summary>
public sealed record PaymentDevice(string Id)
{
    /// <summary>The hardware that signed on last; null before the first since the server's start.</summary>
    public string? Serial { get; init; }

    /// <summary>What that hardware proves itself with.</summary>
    public string? Session { get; init; }

    /// <summary>When it was heard of last.</summary>
    public DateTimeOffset LastSeen { get; init; }

    /// <summary>The code on its screen; null when pairing is not open.</summary>
    public PairingCode? Code { get; init; }

    /// <summary>The registers that are paired with it, by id.</summary>
    public ImmutableSortedSet<string> Registers { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Payments that it has not fetched yet, in the order in which the server received them.</summary>
    public ImmutableList<string> Queue { get; init; } = [];

    /// <summary>The payment that it has fetched and not finished; null when there is none.</summary>
    public string? Taken { get; init; }

    /// <summary>How it ends payments when nobody works it, as it said when it signed on.</summary>
    public Plays Plays { get; init; }

    /// <summary>Its last transaction that moved money, any register's; null when there is none.</summary>
    public string? Last { get; init; }

    /// <summary>What it has taken since the last cutover.</summary>
    public SettlementTotals Totals { get; init; } = SettlementTotals.None;

    /// <summary>How many registers have used a code of this device since it signed on.</summary>
    public int Pairings { get; init; }

    /// <summary>The register that did so last; null when none has.</summary>
    public string? LastPaired { get; init; }

    /// <summary>Rises with every change that the device's screen may show.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Since when the first payment of its queue waits for a device that is not there; null when none waits.</summary>
    public DateTimeOffset? WaitsSince { get; init; }

    /// <summary>Whether it has a payment, fetched or not.</summary>
    public bool Busy => Taken is not null || !Queue.IsEmpty;
}

/// <summary>The temporary code on the screen of a device.</summary>
/// <param name="Code">The code, in capitals.</param>
/// <param name="Until">From this instant on it is dead, used or not.</param>
public sealed record PairingCode(string Code, DateTimeOffset Until);

/// <summary>A register as SmartConnect knows it: there is one only while it is paired.</summary>
/// <param name="Id">Its unique id (POSRegisterID).</param>
/// <param name="Name">What people call it; null when the client gave none.</param>
/// <param name="Business">POSBusinessName.</param>
/// <param name="Vendor">POSVendorName.</param>
/// <param name="Device">The internal id of the one device it is paired with.</param>
/// <param name="PairedAt">When.</param>
/// <param name="Contact">Whom to ask about it; null when nothing was given.</param>
public sealed record PairedRegister(
    string Id, string? Name, string Business, string Vendor, string Device, DateTimeOffset PairedAt, RegisterContact? Contact = null)
{
    /// <summary>How the device's screen names it.</summary>
    [JsonIgnore]
    public string Label => Name is null ? Id : $"{Name} ({Id})";

    /// <summary>
    /// Whether a request with this metadata comes from the register that was paired. SmartConnect pairing guide: "so long as the Register
    /// information (ID and other metadata …) remains the same".
    /// </summary>
    public bool Is(string business, string vendor) => Business == business && Vendor == vendor;
}

/// <summary>The optional fields of a pairing request.</summary>
public sealed record RegisterContact(
    string? Name, string? Address, string? City, string? State, string? ZipCode, string? Email, string? Phone);
