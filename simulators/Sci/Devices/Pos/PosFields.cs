namespace PairingLab.Sci.Devices.Pos;

/// <summary>The labels of a POS's fields. Seed: Unpaired state.</summary>
public static class PosFields
{
    /// <summary>Mandatory.</summary>
    public const string Code = "Pairing Code";

    /// <summary>Optional.</summary>
    public const string Nickname = "Pairing Nickname";

    /// <summary>Of a sale, "10.00".</summary>
    public const string Amount = "Amount";
}
