namespace PairingLab.AccessControl.Devices;

/// <summary>Names of the fields of a device.</summary>
public static class DeviceFields
{
    /// <summary>Eight digits.</summary>
    public const string Code = "Pairing code";

    /// <summary>The card's number, as the reader would read it.</summary>
    public const string Card = "Card number";

    /// <summary>MM/YY.</summary>
    public const string Expiry = "Expiry date";

    /// <summary>Ages with commas.</summary>
    public const string Ages = "Ages of children";
}
