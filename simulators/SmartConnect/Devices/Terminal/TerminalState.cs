using System.Globalization;
using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>All that a payment device knows at one moment.</summary>
public sealed record TerminalState(TerminalMemory Memory, string Serial)
{
    /// <summary>In <see cref="Unpairing"/> and <see cref="AskUnpair"/>: all of them. No register can have this id.</summary>
    public const string All = "\n";

    /// <summary>The screen.</summary>
    public TerminalScreen Screen { get; init; }

    /// <summary>A message over it; null when there is none.</summary>
    public TerminalMessage? Message { get; init; }

    /// <summary>What it asks of SmartConnect; null when nothing. One request at a time: the server hears them in their order.</summary>
    public TerminalRequest? Asking { get; init; }

    /// <summary>When it asks next whether there is something new; null while it asks, and when it never does.</summary>
    public DateTimeOffset? AskAt { get; init; }

    /// <summary>Whether SmartConnect answered when it was asked last; null before the first time.</summary>
    public bool? Online { get; init; }

    /// <summary>Whether other hardware has taken over its internal id.</summary>
    public bool Replaced { get; init; }

    /// <summary>What it proves itself with; null when it has to sign on.</summary>
    public string? Session { get; init; }

    /// <summary>What SmartConnect said last; null before the first time.</summary>
    public DeviceResponse? Known { get; init; }

    /// <summary>The pairing code; null when there is none.</summary>
    public TerminalCode? Code { get; init; }

    /// <summary>How many registers had used a code when pairing was opened; null before that is known.</summary>
    public int? PairingsBefore { get; init; }

    /// <summary>The register that the person is asked about: really unpair? Null when nobody is asked.</summary>
    public string? AskUnpair { get; init; }

    /// <summary>The register that SmartConnect is asked to unpair; null when there is none.</summary>
    public string? Unpairing { get; init; }

    /// <summary>The payment on the screen.</summary>
    public DevicePaymentResponse? Payment { get; init; }

    /// <summary>When it ends that payment by itself; null when it waits for a person.</summary>
    public DateTimeOffset? PlayAt { get; init; }

    /// <summary>How it ends payments.</summary>
    public Plays Plays { get; init; }

    /// <summary>When the network comes back that it plays to have lost; null when it has it.</summary>
    public DateTimeOffset? NetworkBackAt { get; init; }

    /// <summary>How long it offers to pair; null when it does not.</summary>
    public DateTimeOffset? OfferUntil { get; init; }

    /// <summary>What is typed into the field with the internal id.</summary>
    public string Typed { get; init; } = "";

    /// <summary>What is typed into the field with what it plays.</summary>
    public string TypedPlays { get; init; } = "";

    /// <summary>What is typed into the field for a tip.</summary>
    public string Tip { get; init; } = "";

    /// <summary>The tip in cents; null when what is typed is not an amount.</summary>
    public long? TipCents => Tip.Trim().Length == 0 ? 0
        : decimal.TryParse(Tip.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var tip)
            && tip is >= 0 and < 1_000_000 && decimal.Round(tip, 2) == tip ? (long)(tip * 100)
        : null;

    /// <summary>Whether it asks "pair it now?": it has been switched on a moment ago, and no register is paired.</summary>
    public bool OffersToPair => OfferUntil is not null && Known is { Registers.Count: 0 };

    /// <summary>Its registers.</summary>
    public IReadOnlyList<DeviceRegisterResponse> Registers => Known?.Registers ?? [];

    /// <summary>What a register of that id is called.</summary>
    public string LabelOf(string register) => Registers.FirstOrDefault(r => r.Id == register)?.Label ?? register;
}

/// <summary>What a payment device keeps on its disk. Registers and payments are SmartConnect's.</summary>
/// <param name="InternalId">The vendor's id, by which SmartConnect knows it.</param>
/// <param name="Outcome">How the last payment ended; null when SmartConnect has heard it.</param>
/// <param name="Plays">How it ends payments, as the technician set it; null when nobody did.</param>
public sealed record TerminalMemory(string InternalId, TerminalOutcome? Outcome, Plays? Plays = null);

/// <summary>How a payment ended at this device.</summary>
public sealed record TerminalOutcome(string Payment, PaymentOutcome Outcome, CardDetails? Card, OutcomeReport? Report = null);

/// <summary>The pairing code on the screen.</summary>
/// <param name="Text">The code.</param>
/// <param name="RefreshAt">When the device asks for another one; null when it is time.</param>
/// <param name="Until">When it can't be used any more, if no other one has come; null when it can't.</param>
public sealed record TerminalCode(string Text, DateTimeOffset? RefreshAt, DateTimeOffset? Until);

/// <summary>A message over the screen.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Text">What it says.</param>
/// <param name="Until">When it goes by itself; null for one that waits for [OK].</param>
public sealed record TerminalMessage(string Title, string Text, DateTimeOffset? Until = null);

/// <summary>The screens of a payment device.</summary>
public enum TerminalScreen
{
    /// <summary>Ready for payments.</summary>
    Ready,

    /// <summary>Pairing is open: the code is shown.</summary>
    Code,

    /// <summary>The list of its registers.</summary>
    Registers,

    /// <summary>What the vendor's technician sets.</summary>
    Technician,

    /// <summary>The makers' menu.</summary>
    Menu,

    /// <summary>Menu > 3 Config asks for a password.</summary>
    ConfigPassword,

    /// <summary>Menu > 3 Config.</summary>
    Config,

    /// <summary>Menu > 3 Config > 1 Pos Integrations.</summary>
    PosIntegrations,
}
