using System.Collections.Immutable;
using PairingLab.SmartConnect.Api;

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>All that a payment device knows at one moment.</summary>
public sealed record TerminalState(string InternalId, string Serial)
{
    /// <summary>In <see cref="Unpairing"/> and <see cref="AskUnpair"/>: all of them. No register can have this id.</summary>
    public const string All = "\n";

    /// <summary>The screen.</summary>
    public TerminalScreen Screen { get; init; }

    /// <summary>A message over it; null when there is none.</summary>
    public TerminalMessage? Message { get; init; }

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

    /// <summary>The register that SmartConnect shall unpair; null when there is none.</summary>
    public string? Unpairing { get; init; }

    /// <summary>The payment on the screen.</summary>
    public DevicePaymentResponse? Payment { get; init; }

    /// <summary>How the last payment ended, while SmartConnect has not heard it.</summary>
    public TerminalOutcome? Outcome { get; init; }

    /// <summary>What is typed into the field of the service screen.</summary>
    public string Typed { get; init; } = "";

    /// <summary>Its registers.</summary>
    public IReadOnlyList<DeviceRegisterResponse> Registers => Known?.Registers ?? ImmutableList<DeviceRegisterResponse>.Empty;

    /// <summary>What a register of that id is called.</summary>
    public string LabelOf(string register) => Registers.FirstOrDefault(r => r.Id == register)?.Label ?? register;

    /// <summary>What goes to the disk.</summary>
    public TerminalMemory Memory => new(InternalId, Outcome);
}
