namespace PairingLab.Drivers.Wire;

/// <summary>A pairing system in the lab's directory.</summary>
/// <param name="Name">commander, sci, smartconnect, terminal-trust or access-control.</param>
/// <param name="Api">The base that the paths of its protocol are appended to.</param>
/// <param name="Pages">Where its pages begin, or null.</param>
/// <param name="Openapi">Its OpenAPI document, or null.</param>
/// <param name="Credentials">What a client needs, made for this site, by name.</param>
public sealed record DirectorySystem(
    string Name, Uri? Api, Uri? Pages, Uri? Openapi, IReadOnlyDictionary<string, string>? Credentials);
