using System.Text.Json.Serialization;

namespace PairingLab.Wire;

/// <summary>What a cable does with what is sent over it.</summary>
public enum CableState
{
    /// <summary>Everything arrives at once.</summary>
    Connected,

    /// <summary>Nothing arrives, and nobody is told: as with a pulled plug, both ends just wait.</summary>
    Cut,

    /// <summary>Everything arrives, each piece late by the cable's delay.</summary>
    Slow,

    /// <summary>Pieces get lost, and a lost piece breaks the connection.</summary>
    Lossy,
}

/// <summary>Body of <c>POST /lab/cables/{id}</c>.</summary>
/// <param name="State">connected, cut, slow or lossy.</param>
/// <param name="DivertedTo">Who sits on the path, "host:port"; null for nobody.</param>
public sealed record CableRequest(
    string? State, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DivertedTo = null);
