namespace PairingLab.Sci.Devices.Pos;

/// <summary>What the maker of a POS has built into it; never shown and never editable on its screens.</summary>
/// <param name="PairingService">Where the pairing service is.</param>
/// <param name="ApiKey">The Pairing API Secret Key.</param>
/// <param name="SigningSecretPartA">Part A of every signing secret.</param>
public sealed record PosConfiguration(Func<string> PairingService, string ApiKey, string SigningSecretPartA);
