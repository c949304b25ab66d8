namespace PairingLab.Commander.Devices.ConfigurationClient;

/// <summary>What a Configuration Client asks of its Commander.</summary>
public enum ClientRequest
{
    /// <summary>Sign in.</summary>
    SignIn,

    /// <summary>Sign out.</summary>
    SignOut,

    /// <summary>[Generate OTP].</summary>
    GenerateOtp,

    /// <summary>The four digits.</summary>
    OpenSiteSecurity,

    /// <summary>[Start Pairing Service].</summary>
    StartService,

    /// <summary>[Retrieve Pairing OTP].</summary>
    RetrieveOtp,

    /// <summary>Revoke All Trust, [Yes].</summary>
    RevokeAllTrust,

    /// <summary>Auto Upgrade.</summary>
    AutoUpgrade,

    /// <summary>The list of paired workstations.</summary>
    Workstations,

    /// <summary>System Messages.</summary>
    SystemMessages,
}
