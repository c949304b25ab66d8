using System.Text.Json.Serialization;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Api;

/// <summary>Body of <c>PUT /POS/Pairing/{code}</c>, form-urlencoded. POSRegisterName may be left out unless the site is strict.</summary>
public sealed record PairingForm(
    [property: JsonPropertyName("POSRegisterID")] string RegisterId,
    [property: JsonPropertyName("POSRegisterName")] string? RegisterName,
    [property: JsonPropertyName("POSBusinessName")] string BusinessName,
    [property: JsonPropertyName("POSVendorName")] string VendorName,
    [property: JsonPropertyName("Contact Name")] string? ContactName,
    string? Address,
    string? City,
    string? State,
    string? ZipCode,
    string? Email,
    string? Phone)
{
    /// <summary>Reads the form.</summary>
    /// <exception cref="BadFieldException">A field is missing or bad.</exception>
    public static PairingForm Read(FormFields form, bool nameRequired) => new(
        form.Text("POSRegisterID"),
        nameRequired ? form.Text("POSRegisterName") : form.Optional("POSRegisterName"),
        form.Text("POSBusinessName"),
        form.Text("POSVendorName"),
        form.Optional("Contact Name"),
        form.Optional("Address"),
        form.Optional("City"),
        form.Optional("State"),
        form.Optional("ZipCode"),
        form.Optional("Email"),
        form.Optional("Phone"));

    /// <summary>The optional fields; null when none was sent.</summary>
    public RegisterContact? Contact() =>
        new RegisterContact(ContactName, Address, City, State, ZipCode, Email, Phone) is var contact && contact == new RegisterContact(null, null, null, null, null, null, null)
            ? null
            : contact;
}
