using System.Collections.Immutable;

namespace PairingLab.SmartConnect.Core;

/// <summary>A payment device as SmartConnect knows it: by its internal id, whatever hardware bears that id now.</summary>
public sealed record KnownDevice(string Id)
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
