using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Users;

/// <summary>Finds users.</summary>
internal sealed class UserQueries(IMacsDatabase database)
{
    private static readonly string[] Columns = ["first_name", "last_name", "role", "email"];

    public static Sorting SortingOf(FormValues query) => Sorting.Of(query, Columns);

    /// <summary>Filters: First name, Last name, E-mail address.</summary>
    public Task<Page<UserRow>> ListAsync(FormValues query)
    {
        var sorting = SortingOf(query);
        var number = Paging.Asked(query);
        var direction = sorting.Down ? "desc" : "asc";
        return !query.IsValid ? Task.FromResult(Paging.Of<UserRow>([], number)) : database.RunAsync(session => Paging.Of(
            session.Query<UserRow>(
                $"""
                select * from users
                where lower(first_name) like @first escape '\' and lower(last_name) like @last escape '\' and email like @email escape '\'
                order by {sorting.Column} {direction}, id limit @most offset @from
                """,
                new
                {
                    first = Like.Containing(query["firstName"]),
                    last = Like.Containing(query["lastName"]),
                    email = Like.Containing(query["email"]),
                    most = Paging.Size + 1,
                    from = (number - 1) * Paging.Size,
                }),
            number));
    }

    public Task<UserRow?> FindAsync(string id) => database.RunAsync(session => UserTable.Find(session, id));
}
