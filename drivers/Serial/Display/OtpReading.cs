namespace PairingLab.Drivers.Serial;

/// <summary>A one-time password as the display showed it.</summary>
/// <param name="Text">Four characters, the pair with the decimal point first.</param>
/// <param name="FirstSeen">When one of its pairs was first seen.</param>
/// <param name="Confirmed">When both pairs had been seen in turn often enough to be sure.</param>
public sealed record OtpReading(string Text, DateTimeOffset FirstSeen, DateTimeOffset Confirmed)
{
    /// <summary>Without the text, which is a secret.</summary>
    public override string ToString() => $"OTP seen from {FirstSeen:HH:mm:ss.fff} to {Confirmed:HH:mm:ss.fff}";
}
