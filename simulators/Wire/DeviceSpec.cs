using System.Text.Json.Serialization;

namespace PairingLab.Wire;

/// <summary>A device to be made: a row of the bench, or the body of <c>POST /lab/devices</c>.</summary>
/// <param name="Id">Its id, not yet taken; letters, digits and dashes.</param>
/// <param name="Kind">Its kind, "pos-workstation".</param>
/// <param name="Model">The maker's model; null for the kind's usual one.</param>
/// <param name="Base">The base of its software; null for the first with all features.</param>
/// <param name="ConnectedTo">The id of the device at the other end of its cable; null for the first that fits.</param>
/// <param name="Baud">Speed of its serial line.</param>
/// <param name="Parity">Parity of its serial line: none, even or odd.</param>
public sealed record DeviceSpec(
    [property: JsonRequired] string Id,
    [property: JsonRequired] string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Model = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Base = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ConnectedTo = null,
    int Baud = 9600,
    string Parity = "none");

/// <summary>Body of <c>POST /lab/devices/{id}/power</c>.</summary>
public sealed record PowerRequest([property: JsonRequired] bool On);

/// <summary>Body of <c>POST /lab/devices/{id}/connect</c>: the id of the device at the other end of the cable.</summary>
public sealed record ConnectRequest(string? To);
