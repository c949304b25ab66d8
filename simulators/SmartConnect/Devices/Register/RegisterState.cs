using System.Collections.Immutable;

namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>All that a POS register knows at one moment.</summary>
public sealed record RegisterState(RegisterMemory Memory)
{
    /// <summary>The screen.</summary>
    public RegisterScreen Screen { get; init; }

    /// <summary>A message box over it; null when there is none.</summary>
    public RegisterMessage? Message { get; init; }

    /// <summary>What it has asked of SmartConnect and not been answered; null when nothing.</summary>
    public RegisterRequest? Waiting { get; init; }

    /// <summary>When it asks next how the payment is getting on; null while it waits for that answer.</summary>
    public DateTimeOffset? PollAt { get; init; }

    /// <summary>What is typed into the fields.</summary>
    public ImmutableDictionary<string, string> Typed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The register, physical or virtual, that sells now.</summary>
    public RegisterIdentity Register => Memory.Registers[Memory.Selected];

    /// <summary>What it says of itself with each request.</summary>
    public PosIdentity Identity => new(Register, Memory.Business, Memory.Vendor);

    /// <summary>What stands in a field.</summary>
    public string Text(string field) => Typed.GetValueOrDefault(field, "").Trim();
}

/// <summary>
/// What a POS keeps on its disk: its own settings, and the sale that is being paid. Nothing about the pairing: "no pairing
/// codes, device IDs, or anything else" (SmartConnect pairing guide).
/// </summary>
public sealed record RegisterMemory(
    ImmutableList<RegisterIdentity> Registers, string Business, string Vendor, int Selected, OpenPayment? Payment)
{
    /// <summary>A POS fresh from the box.</summary>
    public static RegisterMemory Fresh(string id) => new([new(id, Named(id))], "PairingLab Store", "PairingLab POS", 0, null);

    /// <summary>"register-1" is called "Register 1".</summary>
    private static string Named(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');
}

/// <summary>A register, physical or virtual, as the POS has it in its settings.</summary>
public sealed record RegisterIdentity(string Id, string Name)
{
    /// <summary>How the POS shows it.</summary>
    public string Label => $"{Name} ({Id})";
}

/// <summary>A transaction that the register waits for; cents, 0 for none.</summary>
public sealed record OpenPayment(string PollingUrl, long Amount, string? Type = null);

/// <summary>A message box with [OK].</summary>
/// <param name="Title">Its title.</param>
/// <param name="Text">What it says.</param>
/// <param name="Then">The screen behind it.</param>
/// <param name="Receipt">The receipt below it; null for none.</param>
public sealed record RegisterMessage(string Title, string Text, RegisterScreen Then, string? Receipt = null);

/// <summary>The screens of a POS register.</summary>
public enum RegisterScreen
{
    /// <summary>A sale.</summary>
    Sale,

    /// <summary>The back office.</summary>
    BackOffice,

    /// <summary>Back office: where the pairing code is put in.</summary>
    Pairing,

    /// <summary>Back office: what the register says of itself.</summary>
    Settings,

    /// <summary>The transactions that are neither purchase nor refund.</summary>
    Transactions,
}
