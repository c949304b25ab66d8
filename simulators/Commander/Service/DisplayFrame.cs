using PairingLab.Commander.Core;

namespace PairingLab.Commander.Service;

/// <summary>What the two digits of the status display show at one moment, as segment bytes.</summary>
public readonly record struct DisplayFrame(byte Left, byte Right)
{
    /// <summary>Nothing lit.</summary>
    public static readonly DisplayFrame Dark = new(0, 0);

    /// <summary>
    /// The display at a time: the OTP's two pairs alternate, the first with the decimal point (Commander POS pairing guide), which is on
    /// its
    /// right digit (lab's choice).
    /// </summary>
    public static DisplayFrame At(SiteOtp? otp, DateTimeOffset now, TimeSpan pairStays)
    {
        if (otp is null || now >= otp.Until)
        {
            return Dark;
        }

        var first = (now - otp.ShownAt).Ticks / pairStays.Ticks % 2 == 0;
        return first
            ? new(SegmentFont.Of(otp.Code[0]), (byte)(SegmentFont.Of(otp.Code[1]) | SegmentFont.Point))
            : new(SegmentFont.Of(otp.Code[2]), SegmentFont.Of(otp.Code[3]));
    }

    /// <summary>The lit digits as a person would say them, "47." or "11"; empty when dark.</summary>
    public static string Read(SiteOtp? otp, DateTimeOffset now, TimeSpan pairStays) =>
        otp is null || now >= otp.Until ? ""
        : (now - otp.ShownAt).Ticks / pairStays.Ticks % 2 == 0 ? $"{otp.Code[..2]}."
        : otp.Code[2..];
}
