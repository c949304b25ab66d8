using System.Text.Json.Serialization;

namespace PairingLab.Wire;

/// <summary>Body of <c>POST /lab/lines/{id}</c>.</summary>
/// <param name="Do">mend, cut, unplug, plug, garbage, lossy, lose-byte or stuck-segment.</param>
/// <param name="Position">lose-byte: which byte of each sentence, from 0.</param>
/// <param name="Segment">stuck-segment: a to g, or p for the decimal point.</param>
/// <param name="Digit">stuck-segment: left or right.</param>
/// <param name="Lit">stuck-segment: always lit (the default) or never.</param>
public sealed record LineRequest(
    string? Do,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Position = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Segment = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Digit = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Lit = null);
