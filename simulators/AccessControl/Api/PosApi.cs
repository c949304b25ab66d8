using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Api;

/// <summary>The device API of MACS: everything under /pos.</summary>
internal static class PosApi
{
    /// <summary>A device with more offline entries sends several reports.</summary>
    private const int MostReported = 1_000;

    private const int OldestChild = 25;

    public static void MapPos(this IEndpointRouteBuilder routes, MacsServices macs, LabClock clock)
    {
        routes.MapPost("/pos/pair", (PairRequest request, HttpContext http) => Pair(macs, http, request))
            .Produces<StatusResponse>()
            .WithSummary("Pairs a terminal")
            .WithDescription(
                "With its serial number, the pairing code of the admin panel and its public key. The only request without a token.");
        routes.MapPost("/pos/check_entry", (CheckEntryRequest request, HttpContext http) => Check(macs, Terminal(http), request))
            .Produces<CheckEntryResponse>()
            .WithSummary("May the holder of this card come in?")
            .WithDescription("The ways in that the rules allow, with their prices. Nothing is charged.");
        routes.MapPost("/pos/confirm_entry", (ConfirmEntryRequest request, HttpContext http) => Confirm(macs, Terminal(http), request))
            .Produces<ConfirmEntryResponse>()
            .WithSummary("Lets a guest in")
            .WithDescription("Takes a way in that the check has offered. Sent again it is answered again, and counted once.");
        routes.MapGet("/pos/fallback_bin_ranges", async (HttpContext http) =>
        {
            var (ranges, tag) = await macs.Lists.RangesAsync(Terminal(http));
            return PosAnswer.Tagged(http, tag, new BinRangesResponse(clock.GetUtcNow(), ranges));
        })
            .Produces<BinRangesResponse>()
            .WithSummary("The BIN ranges for offline use")
            .WithDescription("What a terminal lets in while it cannot reach MACS. 304 for the ETag of the last answer.");
        routes.MapGet("/pos/whitelisted_pans", async (HttpContext http) =>
        {
            var (hashes, tag) = await macs.Lists.WhitelistAsync(Terminal(http));
            return PosAnswer.Tagged(http, tag, new WhitelistResponse(clock.GetUtcNow(), hashes));
        })
            .Produces<WhitelistResponse>()
            .WithSummary("The whitelisted cards")
            .WithDescription("As hashes, for offline use. 304 for the ETag of the last answer.");
        routes.MapPost("/pos/offline_reports", (OfflineReportsRequest request, HttpContext http) => Report(macs, Terminal(http), request))
            .Produces<OfflineReportsResponse>()
            .WithSummary("Reports what was let in offline")
            .WithDescription("At most 1,000 entries a report. Each is answered for itself, and counted once however often it is sent.");
    }

    private static PairedTerminal Terminal(HttpContext http) => http.Features.Get<PairedTerminal>()!;

    private static async Task<IResult> Pair(MacsServices macs, HttpContext http, PairRequest request) =>
        await macs.Pairing.PairAsync(
            request.SerialNumber ?? "", request.PairingCode ?? "", request.PublicKey ?? "",
            $"{http.Connection.RemoteIpAddress}") is { } refusal
            ? PosAnswer.Error(refusal)
            : PosAnswer.Json(new StatusResponse("PAIRED"));

    private static async Task<IResult> Check(MacsServices macs, PairedTerminal terminal, CheckEntryRequest request)
    {
        if (!PanHasher.IsPan(request.Pan))
        {
            throw new BadHttpRequestException("pan must have 12 to 19 digits");
        }

        if (Month(request.ExpiryDate) is not { } month)
        {
            throw new BadHttpRequestException("expiryDate must be MM/YY or YYYY-MM");
        }

        if (request.EntryMode is not ("CHIP" or "CONTACTLESS"))
        {
            throw new BadHttpRequestException("entryMode must be CHIP or CONTACTLESS");
        }

        var answer = await macs.Check.TapAsync(terminal, new(request.Pan!, month, request.EntryMode));
        return answer.Error is { } error
            ? PosAnswer.Error(error, Named(answer.Operation?.RulesetName), Named(answer.Operation?.Rule), answer.Operation?.Outage)
            : PosAnswer.Json(Allowed(answer));
    }

    private static string? Named(string? name) => string.IsNullOrEmpty(name) ? null : name;

    private static CheckEntryResponse Allowed(CheckAnswer answer)
    {
        var operation = answer.Operation!;
        var fee = operation.FeeAmount is { } amount
            ? new Price(decimal.Parse(amount, CultureInfo.InvariantCulture), operation.FeeCurrency!) : null;
        return new(
            operation.Id, new(fee), (int)operation.MaxAdults, (int)operation.MaxChildren, answer.FreeLeft, answer.PaidLeft,
            answer.ChildrenFreeUnder,
            operation.RulesetName, operation.Rule, operation.ExpiresAt, answer.AdultGuestFee, answer.ChildGuestFee,
            answer.Adults, answer.Children);
    }

    private static async Task<IResult> Confirm(MacsServices macs, PairedTerminal terminal, ConfirmEntryRequest request)
    {
        var ages = request.ChildAges ?? [];
        if (ages.Count > Math.Max(0, request.ChildGuests) || ages.Any(a => a is < 0 or > OldestChild))
        {
            throw new BadHttpRequestException("childAges must have no more ages than childGuests says, each from 0 to 25");
        }

        var answer = await macs.Confirm.ConfirmAsync(terminal, request.AccessId ?? "", request.AdultGuests, request.ChildGuests, ages);
        return answer.Error is { } refusal
            ? PosAnswer.Error(refusal, rule: refusal == Refusal.LimitExceeded ? "Number of guests" : null)
            : PosAnswer.Json(new ConfirmEntryResponse(OperationStatus.Completed, answer.Charge));
    }

    private static async Task<IResult> Report(MacsServices macs, PairedTerminal terminal, OfflineReportsRequest request)
    {
        if (request.Entries is not { Count: <= MostReported } entries || entries.Any(e => e is null))
        {
            throw new BadHttpRequestException($"entries must be a list of at most {MostReported} entries");
        }

        return await macs.Reports.ReportAsync(terminal, entries) is { } reported
            ? PosAnswer.Json(new OfflineReportsResponse(reported))
            : PosAnswer.Error(Refusal.UnassignedDevice);
    }

    /// <summary>The month in the format of ISO 20022: 2028-05.</summary>
    private static string? Month(string? text) =>
        DateOnly.TryParseExact(text, ["MM/yy", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : null;
}
