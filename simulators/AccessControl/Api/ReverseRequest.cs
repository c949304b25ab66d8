using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Api;

/// <summary>Body of <c>POST /lab-admin/operations/{id}/reverse</c>.</summary>
public sealed record ReverseRequest(string? UserId, UserRole Role, string? Reason);
