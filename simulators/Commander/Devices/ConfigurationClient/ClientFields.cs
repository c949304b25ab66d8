namespace PairingLab.Commander.Devices.ConfigurationClient;

/// <summary>The labels of a Configuration Client's fields.</summary>
public static class ClientFields
{
    /// <summary>Sign-in.</summary>
    public const string User = "User Name";

    /// <summary>Sign-in.</summary>
    public const string Password = "Password";

    /// <summary>One-Time Password dialog: the text box for the four digits.</summary>
    public const string Otp = "OTP";

    /// <summary>Auto Upgrade: the base to upgrade to.</summary>
    public const string Base = "Base";
}
