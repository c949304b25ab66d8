using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Panels;

namespace PairingLab.Host.Site;

/// <summary>
/// What a site serves. Addresses have the host name by which the client has reached the lab: another one may lead it nowhere.
/// </summary>
internal static class SiteDirectory
{
    private const string Http = "http://";

    /// <summary>All of it, for a program.</summary>
    public static LabDirectory Of(LabSite site, HttpContext http) => new(
        site.Name,
        [
            .. site.Systems.SelectMany(s => Systems(site, s, http.Request.Host.Host))
                .Select(c => c with { Pages = c.Pages ?? $"{BaseOf(http)}/" }),
        ],
        [.. Devices(site, http)]);

    /// <summary>The entries of one system.</summary>
    public static IEnumerable<SystemInfo> Systems(LabSite site, IPairingSystem system, string host) =>
        system.Directory.Select(info => info with
        {
            Api = Seen(site, host, info.Api),
            Https = info.Api is { } api && api.StartsWith(Http, StringComparison.Ordinal)
                ? Seen(site, host, $"https://{api[Http.Length..]}")
                : null,
            Pages = Seen(site, host, info.Pages),
            Openapi = Seen(site, host, info.Openapi),
            Credentials = info.Credentials.ToDictionary(c => c.Key, c => Seen(site, host, c.Value)!, StringComparer.Ordinal),
        });

    /// <summary>The devices.</summary>
    public static IEnumerable<DeviceListing> Devices(LabSite site, HttpContext http) => site.Devices.All.Select(d => new DeviceListing(
        d.Info.Id, d.Info.Kind, d.Info.System, d.Info.Model, $"{BaseOf(http)}/devices/{d.Info.Id}",
        Seen(site, http.Request.Host.Host, d.Line), Seen(site, http.Request.Host.Host, d.Remote), d.Powered));

    [return: NotNullIfNotNull(nameof(address))]
    private static string? Seen(LabSite site, string host, string? address) =>
        address is null ? null : site.Listening.SeenBy(host, address);

    private static string BaseOf(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";
}
