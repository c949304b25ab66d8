using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Web;

/// <summary><c>/lab/clock</c>: reads the lab clock, and advances it where it is stepped.</summary>
public static class ClockEndpoints
{
    /// <summary>Ten years: a longer step is a typing error, and the certificates of no system live longer.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromDays(3653);

    /// <summary>Maps the clock.</summary>
    public static void MapClock(this IEndpointRouteBuilder routes, LabClock clock)
    {
        routes.MapGet("/lab/clock", () => Show(clock));
        routes.MapPost("/lab/clock", (HttpRequest http) => http.WithBodyAsync<ClockRequest>(async request =>
        {
            if (!clock.CanAdvance)
            {
                return LabError.Conflict(
                    new("clock_is_real", "the clock is real, it can't be advanced; start the lab with --clock stepped"));
            }

            if (request.Advance is not { } span || span < TimeSpan.Zero || span > LongestStep)
            {
                return LabError.BadRequest(
                    "bad_advance",
                    $"advance must be a span from 00:00:00 to {LongestStep:d\\.hh\\:mm\\:ss}, such as \"00:01:00\" or \"365.00:00:00\"");
            }

            await clock.AdvanceAsync(span, http.HttpContext.RequestAborted);
            return Show(clock);
        }));
    }

    private static IResult Show(LabClock clock) =>
        Results.Json(new ClockReading(clock.GetUtcNow(), clock.CanAdvance ? "stepped" : "real"), LabJson.Options);
}
