namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>The labels of a register's fields.</summary>
public static class RegisterFields
{
    /// <summary>Pairing screen.</summary>
    public const string Code = "Pairing code";

    /// <summary>Sale screen; dollars.</summary>
    public const string Amount = "Amount";

    /// <summary>Settings: POSRegisterID.</summary>
    public const string Id = "Register ID";

    /// <summary>Settings: POSRegisterName.</summary>
    public const string Name = "Register name";

    /// <summary>Settings: POSBusinessName.</summary>
    public const string Business = "Business name";

    /// <summary>Settings: POSVendorName.</summary>
    public const string Vendor = "Vendor name";
}
