using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Locations;

/// <summary>Finds locations and their terminals. Changes go through the services that the lab's endpoints use too.</summary>
internal sealed partial class LocationQueries(IMacsDatabase database, Services.Locations locations)
{
    private static readonly string[] Columns = ["name", "country", "service", "city", "address"];

    public static Sorting SortingOf(FormValues query) => Sorting.Of(query, Columns);

    /// <summary>Filters: Country code, Location Name, Service name.</summary>
    public Task<Page<LocationRow>> ListAsync(FormValues query)
    {
        var sorting = SortingOf(query);
        var number = Paging.Asked(query);
        var direction = sorting.Down ? "desc" : "asc";
        var (country, service) = (CountryCode.Asked(query), query.OneOf("service", "service", Enum.GetNames<Engine.Service>()));
        return !query.IsValid ? Task.FromResult(Paging.Of<LocationRow>([], number)) : database.RunAsync(session => Paging.Of(
            session.Query<LocationRow>(
                $"""
                select * from locations
                where (@country = '' or country = @country) and (@service = '' or service = @service) and lower(name) like @name escape '\'
                order by {sorting.Column} {direction}, id limit @most offset @from
                """,
                new
                {
                    country,
                    service,
                    name = Like.Containing(query["name"]),
                    most = Paging.Size + 1,
                    from = (number - 1) * Paging.Size,
                }),
            number));
    }

    public Task<LocationRow?> FindAsync(string id) =>
        database.RunAsync(s => s.Find<LocationRow>("select * from locations where id = @id", new { id }));

    /// <summary>The terminals of a location as people count: SN-2 before SN-10.</summary>
    public async Task<List<TerminalRow>> TerminalsAsync(string location)
    {
        var found = await database.RunAsync(s =>
            s.Query<TerminalRow>("select * from terminals where location_id = @location", new { location }));
        return InOrder(found);
    }

    /// <summary>Terminals whose location was deleted.</summary>
    public async Task<List<TerminalRow>> HomelessAsync() =>
        InOrder(await database.RunAsync(s => s.Query<TerminalRow>("select * from terminals where location_id is null")));

    public Task<TerminalRow?> TerminalAsync(string serial) => database.RunAsync(s => Terminals.Find(s, serial));

    /// <summary>Adds a location; its id is made of its name: "Chopin Lounge" is chopin-lounge, a second one chopin-lounge-2.</summary>
    public async Task<string> AddAsync(LocationRow location)
    {
        var slug = Slug(location.Name);
        var taken = await database.RunAsync(s =>
            s.Query<string>(
                "select id from locations where id like @like union select id from retired_locations where id like @like",
                new { like = $"{slug}%" }));
        var id = Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}"))
            .First(n => !taken.Contains(n));
        await locations.SaveAsync(location with { Id = id });
        return id;
    }

    private static List<TerminalRow> InOrder(List<TerminalRow> terminals) =>
        [.. terminals.OrderBy(t => Digits().Replace(t.Serial, m => m.Value.PadLeft(20, '0')), StringComparer.Ordinal)];

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-'))
        {
            slug.Append(c == ' ' ? '-' : c);
        }

        return slug.ToString().Trim('-') is { Length: > 0 } made ? made : "location";
    }
}
