namespace PairingLab.SmartConnect.Core;

/// <summary>The optional fields of a pairing request.</summary>
public sealed record RegisterContact(
    string? Name, string? Address, string? City, string? State, string? ZipCode, string? Email, string? Phone);
