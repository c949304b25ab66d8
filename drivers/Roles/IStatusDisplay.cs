namespace PairingLab.Drivers.Roles;

/// <summary>A Commander's status display, as somebody in front of it reads it.</summary>
public interface IStatusDisplay
{
    /// <summary>Reads the four digits of the Site Security OTP: two pairs, the one with the decimal point first.</summary>
    Task<string> ReadSiteOtpAsync(TimeSpan? limit = null, CancellationToken cancel = default);
}
