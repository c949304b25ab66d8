namespace PairingLab.AccessControl.Storage;

/// <summary>A terminal whose request is signed with a key that it was paired with, when that was last looked at.</summary>
/// <param name="Serial">Its serial number.</param>
/// <param name="PublicKey">Base64 of the key.</param>
public sealed record PairedTerminal(string Serial, string PublicKey);
