namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>A page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="HasMore">Whether another one follows.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, bool HasMore);
