using Microsoft.AspNetCore.Http;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Api;

/// <summary>Refusals as a register is told: the vendor's status and text where it has one, else the lab's.</summary>
internal static class PosRefusal
{
    public static IResult Answer(Refusal refusal) => PosError.Answer(Status(refusal), Text(refusal));

    private static int Status(Refusal refusal) => refusal switch
    {
        Refusal.InvalidCode or Refusal.NotPaired => StatusCodes.Status400BadRequest,
        Refusal.DeviceBusy or Refusal.PolledTooFast => StatusCodes.Status429TooManyRequests,
        Refusal.NoSuchPayment => StatusCodes.Status404NotFound,
        Refusal.WrongToken or Refusal.TokenExpired => StatusCodes.Status401Unauthorized,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal that no register meets"),
    };

    private static string Text(Refusal refusal) => refusal switch
    {
        Refusal.InvalidCode => "Invalid Pairing Code. Please make sure you entered the code correctly",
        Refusal.NotPaired => "This register is not paired to a device, please pair it first.",
        Refusal.DeviceBusy => "device is busy",
        Refusal.TokenExpired => "Token expired",
        Refusal.PolledTooFast => "Polling too fast, please wait 2 seconds between polls",
        Refusal.NoSuchPayment => "Transaction not found",
        Refusal.WrongToken => "Invalid token",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal that no register meets"),
    };
}
