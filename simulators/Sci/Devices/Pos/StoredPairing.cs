namespace PairingLab.Sci.Devices.Pos;

/// <summary>All that the API has said of a pairing, as the POS stores it, the base URL too: other terminals may have others.</summary>
public sealed record StoredPairing(
    string PairingId,
    string KeyId,
    string ConfirmationCode,
    string SigningSecretPartB,
    string BaseUrl,
    string Tid,
    string? PairingNickname,
    string TerminalNickname);
