using System.Text.Json.Serialization;

namespace PairingLab.SmartConnect.Core;

/// <summary>A register as SmartConnect knows it: there is one only while it is paired.</summary>
/// <param name="Id">Its unique id (POSRegisterID).</param>
/// <param name="Name">What people call it; null when the client gave none.</param>
/// <param name="Business">POSBusinessName.</param>
/// <param name="Vendor">POSVendorName.</param>
/// <param name="Device">The internal id of the one device it is paired with.</param>
/// <param name="PairedAt">When.</param>
/// <param name="Contact">Whom to ask about it; null when nothing was given.</param>
public sealed record PairedRegister(
    string Id, string? Name, string Business, string Vendor, string Device, DateTimeOffset PairedAt, RegisterContact? Contact = null)
{
    /// <summary>How the device's screen names it.</summary>
    [JsonIgnore]
    public string Label => Name is null ? Id : $"{Name} ({Id})";

    /// <summary>Whether a request with this metadata comes from the register that was paired. Seed: "so long as the Register information (ID and other metadata …) remains the same".</summary>
    public bool Is(string business, string vendor) => Business == business && Vendor == vendor;
}
