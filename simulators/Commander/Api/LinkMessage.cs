using System.Text.Json.Serialization;

namespace PairingLab.Commander.Api;

/// <summary>
/// A message on the trusted link, either way. Workstation: heartbeat, sale (amount), renew (request), generate-otp.
/// Commander: ok, renewed (certificate), otp (code), refused (code), broken (code), upgrade (base), message (text).
/// </summary>
public sealed record LinkMessage(
    string Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Request = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Certificate = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Otp = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Base = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Amount = null);
