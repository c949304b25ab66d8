using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Operations;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>The list of operations, held against a plain one in memory: filters, order, pages forth and back, reports.</summary>
public abstract class OperationListTests : IAsyncLifetime
{
    private const int Count = 700;

    private readonly List<OperationRow> all = [];
    private RunningMacs macs = null!;

    public async ValueTask InitializeAsync()
    {
        macs = await RunningMacs.StartAsync(null, Open());
        var random = new Random(7);
        for (var i = 0; i < Count; i++)
        {
            all.Add(Some(random, i));
        }

        await macs.Database.RunAsync(s => all.TrueForAll(o => Storage.Operations.Add(s, o)));
    }

    public async ValueTask DisposeAsync()
    {
        if (macs is not null)
        {
            await macs.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("country=POL")]
    [InlineData("bin=543210")]
    [InlineData("last4=0003")]
    [InlineData("status=REVERSED")]
    [InlineData("status=COMPLETED&country=DEU")]
    [InlineData("type=OFFLINE_BIN")]
    [InlineData("type=ONLINE&service=Lounge")]
    [InlineData("bin=520082&status=REJECTED&country=POL")]
    [InlineData("sort=date")]
    [InlineData("sort=country&status=COMPLETED")]
    [InlineData("sort=country&down=1")]
    [InlineData("sort=service")]
    [InlineData("sort=service&down=1&type=ONLINE")]
    [InlineData("sort=type&down=1")]
    [InlineData("sort=type&service=FastLine")]
    [InlineData("service=FastLine")]
    [InlineData("type=ONLINE")]
    [InlineData("sort=pan&bin=543210")]
    [InlineData("sort=status&down=1&country=GBR")]
    [InlineData("from=2026-01-05T08:05&until=2026-01-05T08:09&status=COMPLETED")]
    [InlineData("from=2026-01-05T09:05&fromOffset=60&until=2026-01-05T09:09&untilOffset=60")]
    public async Task A_plain_list_says_the_same(string query)
    {
        var filter = OperationFilter.Of(new(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)));
        var wanted = Plain(filter).Select(o => o.Id).ToList();
        var desk = new OperationQueries(macs.Database, macs.Clock);
        var seen = new List<string>();
        var page = await desk.ListAsync(filter, "", "");
        var pages = new Stack<OperationPage>();
        while (true)
        {
            seen.AddRange(page.Rows.Select(o => o.Id));
            pages.Push(page);
            if (!page.HasLater)
            {
                break;
            }

            page = await desk.ListAsync(filter, page.Rows[^1].Id, "");
        }

        seen.ShouldBe(wanted);
        await BackAsync(desk, filter, pages);
        (await desk.AllAsync(filter).Select(o => o.Id).ToListAsync()).ShouldBe(wanted);
    }

    private static async Task BackAsync(OperationQueries desk, OperationFilter filter, Stack<OperationPage> pages)
    {
        var page = pages.Pop();
        while (pages.Count > 0)
        {
            page = await desk.ListAsync(filter, "", page.Rows[0].Id);
            var forth = pages.Pop();
            page.Rows.Select(r => r.Id).ShouldBe(forth.Rows.Select(r => r.Id));
            page.HasEarlier.ShouldBe(pages.Count > 0);
        }
    }

    private IEnumerable<OperationRow> Plain(OperationFilter f)
    {
        var found = all.Where(o => (f.Country.Length == 0 || o.Country == f.Country)
            && (f.Bin.Length == 0 || o.MaskedPan.StartsWith(f.Bin, StringComparison.Ordinal))
            && (f.LastFour.Length == 0 || o.MaskedPan.EndsWith(f.LastFour, StringComparison.Ordinal))
            && (f.Status.Length == 0 || o.Status == f.Status)
            && (f.Type.Length == 0 || o.Type == f.Type) && (f.Service.Length == 0 || o.Service == f.Service)
            && (f.From is null || o.RequestedAt >= f.From) && (f.Until is null || o.RequestedAt < f.Until));
        Func<OperationRow, string> by =
            f.Sorting.Column switch
            {
                "country" => o => o.Country,
                "pan" => o => o.MaskedPan,
                "status" => o => o.Status,
                "service" => o => o.Service,
                "type" => o => o.Type,
                _ => _ => ""
            };
        var sorted = found.OrderBy(by, StringComparer.Ordinal).ThenBy(o => o.RequestedAt).ThenBy(o => o.Id, StringComparer.Ordinal)
            .ToList();
        if (f.Sorting.Down)
        {
            sorted.Reverse();
        }

        return sorted;
    }

    private OperationRow Some(Random random, int i)
    {
        string Of(params string[] choices) => choices[random.Next(choices.Length)];
        var at = macs.Now.AddSeconds(random.Next(900));
        return new()
        {
            Id = $"{i:x8}",
            PanHash = $"{i % 40:x64}",
            MaskedPan = $"{Of("543210", "520082", "550010")}******{random.Next(12):D4}",
            Serial = "SN-1",
            LocationId = "WAW-1",
            Country = Of("POL", "DEU", "GBR"),
            Service = Of("Lounge", "FastLine"),
            Type = Of(OperationFilter.Types),
            Status = Of(OperationFilter.Statuses),
            RequestedAt = at,
            EntryAt = at,
            ExpiresAt = at,
            ChangedAt = at,
        };
    }

    /// <summary>The database that the tests run on.</summary>
    private protected abstract IMacsDatabase Open();
}
