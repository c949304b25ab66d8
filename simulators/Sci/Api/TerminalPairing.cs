using System.Text.Json.Serialization;
using PairingLab.Sci.Core;

namespace PairingLab.Sci.Api;

/// <summary>A pairing, as its terminal sees it.</summary>
/// <param name="Id">"pid_…".</param>
/// <param name="Status">How far it is.</param>
/// <param name="Nickname">The pairing nickname; null without one.</param>
/// <param name="Code">The pairing code while it may be entered; else null.</param>
/// <param name="ConfirmationCode">The confirmation code once there is one to be shown; else null.</param>
public sealed record TerminalPairing(
    string Id,
    PairingStatus Status,
    string? Nickname,
    [property: JsonPropertyName("pairing_code")] string? Code,
    [property: JsonPropertyName("confirmation_code")] string? ConfirmationCode)
{
    /// <summary>The terminal's side of a pairing.</summary>
    public static TerminalPairing Of(Pairing p) => new(
        p.Id,
        p.Status,
        p.Nickname,
        p.Status == PairingStatus.Initial ? p.Code : null,
        p.Status == PairingStatus.Progressed ? p.ConfirmationCode : null);
}
