using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Web;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Api;

/// <summary>The status and the text of each refusal: the vendor's where it has one, else the lab's.</summary>
internal static class Refusals
{
    /// <summary>The longest internal id or serial number. Lab's choice.</summary>
    public const int LongestId = 64;

    /// <summary>A code that no device shows.</summary>
    public const string InvalidCode = "Invalid Pairing Code. Please make sure you entered the code correctly";

    /// <summary>When a register that met a busy device may try again. Lab's choice.</summary>
    private static readonly TimeSpan BusyFor = TimeSpan.FromSeconds(5);

    /// <summary>As a register is told; of a refusal that time mends, when to come again (RFC 9110, Retry-After).</summary>
    public static IResult ForRegister(HttpResponse response, Refusal refusal, TimeSpan? wait = null)
    {
        var (status, text) = RowOf(refusal);
        if (status == StatusCodes.Status429TooManyRequests)
        {
            var seconds = Math.Max(1, (long)Math.Ceiling((wait ?? BusyFor).TotalSeconds));
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return PosError.Answer(status, text);
    }

    /// <summary>As a payment device is told.</summary>
    public static IResult ForDevice(Refusal refusal)
    {
        var (status, text) = RowOf(refusal);
        return LabError.Answer(status, new(JsonNamingPolicy.SnakeCaseLower.ConvertName(refusal.ToString()), text));
    }

    private static (int Status, string Text) RowOf(Refusal refusal) => refusal switch
    {
        Refusal.InvalidCode => (400, InvalidCode),
        Refusal.TooManyGuesses => (429, "Too many invalid pairing codes, please wait before you try again"),
        Refusal.NotPaired => (400, "This register is not paired to a device, please pair it first."),
        Refusal.NoSuchAuthorisation => (
            400,
            "TransactionReference names no approved Card.Authorise that is still to be finalised; it must be the transactionId, "
            + "AcquirerRef or AuthId of one"),
        Refusal.DeviceBusy => (429, "device is busy"),
        Refusal.NoSuchPayment => (404, "Transaction not found"),
        Refusal.WrongToken => (401, "Invalid token"),
        Refusal.TokenExpired => (401, "Token expired"),
        Refusal.PolledTooFast => (429, "Polling too fast, please wait 2 seconds between polls"),
        Refusal.NotSignedOn => (401, "The device must sign on first: POST /Device/{device}/SignOn."),
        Refusal.Replaced => (409, "Another device with the same internal ID has been switched on since."),
        Refusal.NotItsRegister => (404, "This register is not paired with this device."),
        Refusal.NotItsPayment => (409, "This payment is not with this device, or has ended otherwise already."),
        Refusal.BadDevice => (400, $"internal id and serialNumber must be 1 to {LongestId} characters that can be seen"),
        Refusal.BadRequest => (400, "say which register (?register=…), or all of them (?all=true)"),
        Refusal.BadOutcome => (400, "outcome must be one of: accepted, declined, cancelled, unavailable, failed"),
        Refusal.BadReport => (400, "surcharge and tip must be cents from 0 to 99999999, reason at most 40 characters that can be seen"),
        Refusal.BadPlays => (400, $"plays must be one of: {PlayedEnd.Names}"),
        Refusal.BadCard => (400, "cardPan must be masked: at most the first six and the last four digits"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal without a status and a text"),
    };
}
