namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>The screens of a POS register.</summary>
public enum RegisterScreen
{
    /// <summary>A sale.</summary>
    Sale,

    /// <summary>The back office.</summary>
    BackOffice,

    /// <summary>Back office: where the pairing code is put in.</summary>
    Pairing,

    /// <summary>Back office: what the register says of itself.</summary>
    Settings,
}
