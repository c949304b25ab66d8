using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Storage;

/// <summary>An entry of a card that is completed, or checked and not confirmed.</summary>
/// <param name="Entry">As the engine counts it.</param>
/// <param name="IsOpen">Whether it still waits for its confirmation.</param>
/// <param name="ExpiresAt">Until when it can be confirmed.</param>
internal readonly record struct StandingEntry(Entry Entry, bool IsOpen, DateTimeOffset ExpiresAt);
