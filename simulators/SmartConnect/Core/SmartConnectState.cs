using System.Collections.Immutable;

namespace PairingLab.SmartConnect.Core;

/// <summary>All that the SmartConnect server knows at one moment. Every change costs O(log n), however many registers there are.</summary>
public sealed record SmartConnectState
{
    /// <summary>A server that nobody has talked to yet.</summary>
    public static readonly SmartConnectState New = new();

    /// <summary>Devices by internal id.</summary>
    public ImmutableDictionary<string, KnownDevice> Devices { get; init; } = ImmutableDictionary.Create<string, KnownDevice>(StringComparer.Ordinal);

    /// <summary>Paired registers by id.</summary>
    public ImmutableDictionary<string, PairedRegister> Registers { get; init; } = ImmutableDictionary.Create<string, PairedRegister>(StringComparer.Ordinal);

    /// <summary>The internal id of the device that shows a code, by code.</summary>
    public ImmutableDictionary<string, string> Codes { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Payments by id.</summary>
    public ImmutableDictionary<string, Payment> Payments { get; init; } = ImmutableDictionary.Create<string, Payment>(StringComparer.Ordinal);

    /// <summary>The number of the next payment.</summary>
    public long NextNumber { get; init; } = 1;

    /// <summary>The devices whose payments wait, by since when.</summary>
    public ImmutableSortedSet<(DateTimeOffset Since, string Device)> Waits { get; init; } = [];

    /// <summary>Finished payments, by when they ended.</summary>
    public ImmutableSortedSet<(DateTimeOffset At, string Payment)> Finished { get; init; } = [];
}
