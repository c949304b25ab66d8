using System.Collections.Immutable;
using PairingLab.AccessControl.Api;

namespace PairingLab.AccessControl.Devices;

/// <summary>A device at one moment.</summary>
public sealed record DeviceState
{
    /// <summary>What is on its disk.</summary>
    public DeviceMemory Memory { get; init; } = new();

    /// <summary>The screen.</summary>
    public DeviceScreen Screen { get; init; }

    /// <summary>What is waited for; null for nothing.</summary>
    public DeviceRequest? Waiting { get; init; }

    /// <summary>What is told; null for nothing.</summary>
    public DeviceMessage? Message { get; init; }

    /// <summary>What was typed, by field.</summary>
    public ImmutableDictionary<string, string> Typed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>CHIP or CONTACTLESS.</summary>
    public string EntryMode { get; init; } = "";

    /// <summary>What MACS said of the card; null before it did.</summary>
    public CheckEntryResponse? Check { get; init; }

    /// <summary>Adult guests chosen.</summary>
    public int Adults { get; init; }

    /// <summary>Children chosen.</summary>
    public int Children { get; init; }

    /// <summary>Whether the last request had no answer.</summary>
    public bool Offline { get; init; }

    /// <summary>What stands in a field.</summary>
    public string Text(string field) => Typed.GetValueOrDefault(field, "");
}
