using PairingLab.Kernel.Web;
using PairingLab.Reports.Evidence;

namespace PairingLab.Features.Support;

/// <summary>What simulated devices said to each other, as evidence has it.</summary>
internal static class SiteExchange
{
    /// <summary>An exchange as it was seen.</summary>
    public static ExchangeSeen Seen(Exchange e) => new()
    {
        Wall = TimeProvider.System.GetUtcNow(),
        Lab = e.At,
        From = e.From,
        To = Uri.TryCreate(e.Url, UriKind.Absolute, out var url) ? url.Authority : "link",
        Method = e.Method,
        Url = e.Url,
        RequestBody = e.RequestBody,
        Status = e.Status == 0 ? null : e.Status,
        ResponseBody = e.ResponseBody,
        WallMs = e.Milliseconds,
    };
}
