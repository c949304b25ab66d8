using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Services;

/// <summary>Locations, terminals and their operations.</summary>
public sealed class Locations(IMacsDatabase database)
{
    private static readonly Table<LocationRow> Table = new("locations");

    /// <summary>
    /// Adds or edits a location. False when its id was another location's, which was deleted: rules and operations still mean that one.
    /// False too when it says something else by now than its stamp does, with which an edit began.
    /// </summary>
    public Task<bool> SaveAsync(LocationRow location, string? stamp = null) => database.RunAsync(s => Save(s, location, stamp));

    /// <summary>The same within a transaction.</summary>
    internal static bool Save(MacsSession session, LocationRow location, string? stamp = null)
    {
        if (stamp is not null
            && !(session.Find<LocationRow>("select * from locations where id = @Id" + session.ForUpdate, new { location.Id }) is { } now
                && Stamp.Of(now) == stamp))
        {
            return false;
        }

        if (session.Find<string>("select id from retired_locations where id = @Id", new { location.Id }) is not null)
        {
            return false;
        }

        Versions.Change(session, Versions.Rules);
        return session.Execute(Table.Upsert(nameof(LocationRow.Id)), location) == 1;
    }

    /// <summary>Deletes a location; its terminals stay without a location. False when the location is unknown.</summary>
    public Task<bool> DeleteAsync(string id) => database.RunAsync(session =>
    {
        Versions.Change(session, Versions.Rules);
        session.Execute(
            "insert into retired_locations (id) select id from locations where id = @id on conflict (id) do nothing", new { id });
        return session.Execute("delete from locations where id = @id", new { id }) == 1;
    });

    /// <summary>All locations.</summary>
    public Task<List<LocationRow>> AllAsync() => database.RunAsync(s => s.Query<LocationRow>("select * from locations order by name"));

    /// <summary>Adds a terminal to a location, or one that belongs to none since its location was deleted: it stays paired. Null on
    /// success, otherwise what is wrong.</summary>
    public Task<string?> AddTerminalAsync(string serial, string? locationId) =>
        database.RunAsync(session => AddTerminal(session, serial, locationId));

    /// <summary>The same within a transaction.</summary>
    internal static string? AddTerminal(MacsSession session, string serial, string? locationId)
    {
        if (locationId is not null && session.Find<string>("select id from locations where id = @locationId", new { locationId }) is null)
        {
            return $"no location '{locationId}'";
        }

        if (Terminals.Find(session, serial, forUpdate: true) is { } known)
        {
            return known.LocationId is not null || locationId is null ? $"there is a terminal '{serial}' already"
                : session.Execute("update terminals set location_id = @locationId where serial = @serial", new { locationId, serial }) == 1
                    ? null : $"there is no terminal '{serial}' any more";
        }

        Terminals.Add(session, serial, locationId);
        return null;
    }

    /// <summary>Deletes a terminal; false when it is unknown.</summary>
    public Task<bool> DeleteTerminalAsync(string serial) => database.RunAsync(s => Terminals.Remove(s, serial) == 1);

    /// <summary>All terminals.</summary>
    public Task<List<TerminalRow>> TerminalsAsync() => database.RunAsync(Terminals.All);

    /// <summary>The latest operations, the newest first.</summary>
    public Task<List<OperationRow>> OperationsAsync(int most) => database.RunAsync(s => Operations.Latest(s, most));
}
