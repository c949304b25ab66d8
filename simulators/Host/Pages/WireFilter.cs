using Microsoft.AspNetCore.Http;
using PairingLab.Host.Site;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Pages;

/// <summary>Which exchanges are shown; what is left out does not count.</summary>
public sealed record WireFilter
{
    /// <summary>The system whose devices have sent them, or that has sent them itself.</summary>
    public string? System { get; init; }

    /// <summary>The device that has sent them.</summary>
    public string? Device { get; init; }

    /// <summary>A text of their address, or of what was sent or answered.</summary>
    public string? Text { get; init; }

    /// <summary>The filter of a request's query.</summary>
    public static WireFilter Of(HttpRequest request) => new()
    {
        System = Given(request.Query["system"].ToString()),
        Device = Given(request.Query["device"].ToString()),
        Text = Given(request.Query["text"].ToString()),
    };

    /// <summary>The exchanges of a site that it lets through, the oldest first.</summary>
    public IEnumerable<Exchange> Pick(LabSite site) => site.Tap.Since(0).Where(e => IsOfSystem(site, e.From)
        && (Device is null || e.From == Device)
        && (Text is null || Texts(e).Any(t => t.Contains(Text, StringComparison.OrdinalIgnoreCase))));

    /// <summary>The query that stands for it; empty for one that lets everything through.</summary>
    public string Query
    {
        get
        {
            var query = QueryString.Create(
                new (string Name, string? Value)[] { ("system", System), ("device", Device), ("text", Text) }
                    .Where(p => p.Value is not null)
                    .Select(p => KeyValuePair.Create(p.Name, p.Value)));
            return query.ToString();
        }
    }

    private bool IsOfSystem(LabSite site, string from) =>
        System is null || from == System || site.Devices.Find(from)?.Info.System == System;

    private static IEnumerable<string> Texts(Exchange exchange) =>
        [exchange.Method, exchange.Url, exchange.RequestBody ?? "", exchange.ResponseBody ?? "", $"{exchange.Status}"];

    private static string? Given(string text) => text.Length > 0 ? text : null;
}
