namespace PairingLab.Sci.Devices.Pos;

/// <summary>The pages of a POS.</summary>
public enum PosPage
{
    /// <summary>Where sales are made.</summary>
    Sale,

    /// <summary>The pairing section.</summary>
    Pairing,
}
