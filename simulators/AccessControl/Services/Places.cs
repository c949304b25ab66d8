using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Services;

/// <summary>Locations and terminals, and the operations that happened there.</summary>
public sealed class Places(IMacsDatabase database)
{
    /// <summary>Adds or edits a location.</summary>
    public Task<bool> SaveAsync(LocationRow location) => database.RunAsync(session =>
    {
        Facts.Change(session, Facts.Rules);
        return session.Execute(
            """
            insert into locations (id, name, country, service, postal_code, city, address, cooldown_minutes)
            values (@Id, @Name, @Country, @Service, @PostalCode, @City, @Address, @CooldownMinutes)
            on conflict (id) do update set name = @Name, country = @Country, service = @Service, postal_code = @PostalCode, city = @City,
            address = @Address, cooldown_minutes = @CooldownMinutes
            """,
            location) == 1;
    });

    /// <summary>Deletes a location; its terminals stay, assigned to none. False when there is none.</summary>
    public Task<bool> DeleteAsync(string id) => database.RunAsync(session =>
    {
        Facts.Change(session, Facts.Rules);
        return session.Execute("delete from locations where id = @id", new { id }) == 1;
    });

    /// <summary>All locations.</summary>
    public Task<List<LocationRow>> AllAsync() => database.RunAsync(s => s.Query<LocationRow>("select * from locations order by name"));

    /// <summary>Adds a terminal to a location. What is wrong, null when nothing is.</summary>
    public Task<string?> AddTerminalAsync(string serial, string? locationId) => database.RunAsync(session =>
    {
        if (locationId is not null && session.Find<string>("select id from locations where id = @locationId", new { locationId }) is null)
        {
            return $"no location '{locationId}'";
        }

        if (Terminals.Find(session, serial) is not null)
        {
            return $"there is a terminal '{serial}' already";
        }

        Terminals.Add(session, serial, locationId);
        return null;
    });

    /// <summary>Deletes a terminal; false when there is none.</summary>
    public Task<bool> DeleteTerminalAsync(string serial) => database.RunAsync(s => Terminals.Remove(s, serial) == 1);

    /// <summary>All terminals.</summary>
    public Task<List<TerminalRow>> TerminalsAsync() => database.RunAsync(Terminals.All);

    /// <summary>The latest operations, the newest first.</summary>
    public Task<List<OperationRow>> OperationsAsync(int most) => database.RunAsync(s => Operations.Latest(s, most));
}
