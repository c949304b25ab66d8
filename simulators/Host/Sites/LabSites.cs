using System.Collections.Concurrent;
using System.Globalization;
using PairingLab.Host.Site;

namespace PairingLab.Host.Sites;

/// <summary>
/// The isolated sites of a lab: each has a clock, a seed, devices and addresses of its own, and ends when nobody uses it.
/// </summary>
internal sealed class LabSites(SiteOptions lab) : IAsyncDisposable
{
    private const int Most = 100;

    private static readonly TimeSpan UsualIdle = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LeastIdle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostIdle = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, IsolatedSite> sites = new(StringComparer.Ordinal);
    private int made;

    /// <summary>All of them, in the order in which they were made.</summary>
    public IEnumerable<IsolatedSite> All => sites.Values.OrderBy(s => s.Number);

    /// <summary>The site of that id; null when there is none, or none any more.</summary>
    public IsolatedSite? Find(string id) => sites.GetValueOrDefault(id);

    /// <summary>Makes a site. What is wrong, null when nothing is.</summary>
    public async Task<(IsolatedSite? Site, string? WhyNot)> MakeAsync(SiteRequest asked, CancellationToken cancel)
    {
        var idle = asked.Idle ?? UsualIdle;
        var whyNot = sites.Count >= Most ? $"there are {Most} sites already; end one with DELETE /lab/sites/{{id}}"
            : asked.Clock is not (null or "real" or "stepped") ? $"unknown clock '{asked.Clock}'; allowed values: real, stepped"
            : idle < LeastIdle || idle > MostIdle ? $"idle {idle:c} is out of range; allowed are {LeastIdle:c} to {MostIdle:c}"
            : null;
        if (whyNot is not null)
        {
            return (null, whyNot);
        }

        var number = Interlocked.Increment(ref made);
        var id = $"site-{number.ToString(CultureInfo.InvariantCulture)}";
        var options = lab with
        {
            Name = id,
            Port = 0,
            PortBase = null,
            Desk = null,
            Seed = asked.Seed,
            Stepped = asked.Clock is { } clock ? clock == "stepped" : lab.Stepped,
            Systems = asked.Systems ?? lab.Systems,
            Settings = asked.Settings ?? lab.Settings,
            Devices = asked.Devices ?? [.. lab.Devices.Where(d => Has(asked.Systems, d))],
        };
        var site = new IsolatedSite(id, number, options, idle, () => EndAsync(id));
        try
        {
            await site.StartAsync(cancel);
        }
        catch (SiteException e)
        {
            await site.DisposeAsync();
            return (null, e.Message);
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }

        sites[id] = site;
        return (site, null);
    }

    /// <summary>Ends a site; false when there is none of that id.</summary>
    public async Task<bool> EndAsync(string id)
    {
        if (!sites.TryRemove(id, out var site))
        {
            return false;
        }

        await site.DisposeAsync();
        return true;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var id in sites.Keys)
        {
            await EndAsync(id);
        }
    }

    private bool Has(IReadOnlyList<string>? systems, DeviceSpec device) =>
        systems is null || lab.Known.All.Any(s => systems.Contains(s.Name, StringComparer.Ordinal) && s.Find(device.Kind) is not null);
}
