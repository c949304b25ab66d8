using System.Text.Json;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Roles;

namespace PairingLab.Features.Sci.Certification;

/// <summary>A pairing that the POS under certification is making or has made.</summary>
/// <param name="Terminal">The terminal.</param>
/// <param name="Tenant">Whose SCI API is told in the base URL.</param>
/// <param name="Names">What it is called.</param>
/// <param name="KeyId">The keyid of its signatures.</param>
/// <param name="ConfirmationCode">The confirmation code.</param>
/// <param name="TerminalNickname">As in the response.</param>
/// <param name="SentNickname">The nickname that the POS has sent; null for none.</param>
/// <param name="Secret">Part B of its signing secret.</param>
internal sealed record MadePairing(
    EftposTerminal Terminal,
    string Tenant,
    PairingNames Names,
    string KeyId,
    string ConfirmationCode,
    string TerminalNickname,
    string? SentNickname,
    string Secret)
{
    /// <summary>Reads what the pairing service has answered to a POS.</summary>
    public static MadePairing Of(EftposTerminal terminal, string tenant, string typed, PosRequest heard)
    {
        using var answer = JsonDocument.Parse(heard.Answer!);
        using var body = JsonDocument.Parse(heard.Body!);
        var data = answer.RootElement.GetProperty("data");
        var sent = body.RootElement.TryGetProperty("pairing_nickname", out var nickname) ? nickname.GetString() : null;
        return new(
            terminal,
            tenant,
            new(sent ?? typed, Text("pairing_id"), Text("tid")),
            Text("key_id"),
            Text("confirmation_code"),
            Text("terminal_nickname"),
            sent,
            Text("signing_secret_part_b"));

        string Text(string name) => data.GetProperty(name).GetString()!;
    }
}
