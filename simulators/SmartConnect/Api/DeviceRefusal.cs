using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Web;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Api;

/// <summary>Refusals as a payment device is told, in the lab's envelope.</summary>
internal static class DeviceRefusal
{
    public static IResult Answer(Refusal refusal) =>
        LabError.Answer(Status(refusal), new(JsonNamingPolicy.SnakeCaseLower.ConvertName(refusal.ToString()), Text(refusal)));

    private static int Status(Refusal refusal) => refusal switch
    {
        Refusal.NotSignedOn => StatusCodes.Status401Unauthorized,
        Refusal.NotItsRegister => StatusCodes.Status404NotFound,
        Refusal.Replaced or Refusal.NotItsPayment => StatusCodes.Status409Conflict,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal that no device meets"),
    };

    private static string Text(Refusal refusal) => refusal switch
    {
        Refusal.NotSignedOn => "The device must sign on first: POST /Device/{device}/SignOn.",
        Refusal.Replaced => "Another device with the same internal ID has been switched on since.",
        Refusal.NotItsRegister => "This register is not paired with this device.",
        Refusal.NotItsPayment => "This payment is not with this device, or has ended otherwise already.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal that no device meets"),
    };
}
