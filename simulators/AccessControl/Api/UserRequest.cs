using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Api;

/// <summary>A user of the admin panel to be added; with consent, if it is to have accepted both documents already.</summary>
internal sealed record UserRequest(string? Email, string? FirstName, string? LastName, UserRole Role, string? Password, bool Consented);
