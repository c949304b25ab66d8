namespace PairingLab.Commander.Devices.Workstation;

/// <summary>The Pairing keypad.</summary>
public static class PairingKeypad
{
    /// <summary>Its keys; seed: "the letter 'B' is not used. The letter 'd' is lowercase".</summary>
    public const string Characters = "0123456789ACdEF";

    /// <summary>Seed: [Ok] "will not be active until 6-digits have been entered".</summary>
    public const int OtpLength = 6;

    /// <summary>Takes the last character away.</summary>
    public const string Clear = "Clear";

    /// <summary>The label of its field.</summary>
    public const string Field = "Pairing OTP";
}
