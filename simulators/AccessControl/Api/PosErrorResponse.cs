using System.Text.Json.Serialization;

namespace PairingLab.AccessControl.Api;

/// <summary>An error of the device API.</summary>
/// <param name="Code">The seed's code.</param>
/// <param name="Message">The seed's text.</param>
/// <param name="Ruleset">The ruleset that refused.</param>
/// <param name="Rule">The rule that refused.</param>
public sealed record PosErrorResponse(
    string Code,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Ruleset = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Rule = null);
