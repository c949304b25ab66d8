using System.Globalization;
using System.Text;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Locations;

/// <summary>Finding locations with their terminals; changes go through the services that the lab's own endpoints use.</summary>
internal sealed class LocationDesk(IMacsDatabase database, Places places)
{
    private static readonly string[] Columns = ["name", "country", "service", "city", "address"];

    public static Sorting SortingOf(Typed query) => Sorting.Of(query, Columns);

    /// <summary>Seed: filters Country code, Location Name, Service name.</summary>
    public Task<Page<LocationRow>> ListAsync(Typed query)
    {
        var sorting = SortingOf(query);
        var number = Paging.Asked(query);
        var direction = sorting.Down ? "desc" : "asc";
        return database.RunAsync(session => Paging.Of(
            session.Query<LocationRow>(
                $"""
                select * from locations where (@country = '' or country = @country) and (@service = '' or service = @service) and lower(name) like @name escape '\'
                order by {sorting.Column} {direction}, id limit @most offset @from
                """,
                new
                {
                    country = query["country"].ToUpperInvariant(), service = query["service"], name = Like.Containing(query["name"]),
                    most = Paging.Size + 1, from = (number - 1) * Paging.Size,
                }),
            number));
    }

    public Task<LocationRow?> FindAsync(string id) => database.RunAsync(s => s.Find<LocationRow>("select * from locations where id = @id", new { id }));

    public Task<List<TerminalRow>> TerminalsAsync(string location) =>
        database.RunAsync(s => s.Query<TerminalRow>("select * from terminals where location_id = @location order by serial", new { location }));

    public Task<TerminalRow?> TerminalAsync(string serial) => database.RunAsync(s => Terminals.Find(s, serial));

    /// <summary>Adds a location; its id is made of its name: "Chopin Lounge" is chopin-lounge, a second one chopin-lounge-2.</summary>
    public async Task<string> AddAsync(LocationRow location)
    {
        var slug = Slug(location.Name);
        var taken = await database.RunAsync(s => s.Query<string>("select id from locations where id like @like", new { like = $"{slug}%" }));
        var id = Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}")).First(n => !taken.Contains(n));
        await places.SaveAsync(location with { Id = id });
        return id;
    }

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
