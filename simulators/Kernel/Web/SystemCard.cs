namespace PairingLab.Kernel.Web;

/// <summary>An entry under "systems" of <c>GET /lab/directory</c>.</summary>
/// <param name="Name">The system.</param>
/// <param name="Id">Which one of several; a device's id.</param>
/// <param name="Api">The base that the protocol page's paths are appended to; null without power.</param>
/// <param name="Pages">Where a person begins.</param>
/// <param name="Openapi">Its OpenAPI document.</param>
/// <param name="Credentials">What a client needs, made for this site.</param>
public sealed record SystemCard(
    string Name,
    string Id,
    string? Api,
    string? Pages,
    string? Openapi,
    IReadOnlyDictionary<string, string> Credentials);
