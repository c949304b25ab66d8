using PairingLab.AccessControl.Admin.SignIn;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin.Terms;

/// <summary>The two kinds of documents.</summary>
internal static class DocumentKind
{
    public const string Terms = "TERMS";
    public const string Privacy = "PRIVACY";

    public static IReadOnlyList<(string Value, string Text)> All { get; } = [(Terms, "Terms and Conditions"), (Privacy, "Privacy Policy")];

    public static string Of(string kind) => All.First(k => k.Value == kind).Text;
}

/// <summary>
/// The documents and who has consented to them. Access Control description: they cannot be edited or deleted; another file for the same
/// date replaces the version of that date and becomes the currently valid one. What was replaced stays in the database, since somebody
/// consented to it.
/// </summary>
internal sealed class TermsDocuments(IMacsDatabase database, LabClock clock)
{
    private static readonly Table<DocumentRow> Table = new("documents");

    /// <summary>The version of each date, the latest date first.</summary>
    public async Task<IReadOnlyList<DocumentRow>> AllAsync()
    {
        var all = await database.RunAsync(s => s.Query<DocumentRow>(
            "select id, kind, day, file_name, content_type, added_by, added_at from documents "
            + "order by day desc, place desc, added_at desc, id desc"));
        return [.. all.DistinctBy(d => (d.Kind, d.Day))];
    }

    /// <summary>The valid documents, Terms and Conditions first; null where there is none yet.</summary>
    public async Task<IReadOnlyList<DocumentRow?>> ValidAsync()
    {
        var all = await AllAsync();
        var ids = await database.RunAsync(ValidIds);
        return ids.ConvertAll(id => all.FirstOrDefault(d => d.Id == id));
    }

    public Task<DocumentRow?> FindAsync(string id) =>
        database.RunAsync(s => s.Find<DocumentRow>("select * from documents where id = @id", new { id }));

    public Task AddAsync(DocumentRow document) => database.RunAsync(s => s.Execute(
        Table.Insert,
        document with
        {
            Id = Accounts.NewId(),
            AddedAt = clock.GetUtcNow(),
            Place = s.Find<long?>("select max(place) from documents").GetValueOrDefault() + 1,
        }));

    /// <summary>
    /// A user consents to the documents that were shown; false when other versions are valid by now, which the user has not seen.
    /// </summary>
    public Task<bool> ConsentAsync(string userId, IEnumerable<string> shown) => database.RunAsync(session =>
    {
        if (!shown.SequenceEqual(ValidIds(session)))
        {
            return false;
        }

        Consents.Give(session, userId, clock.GetUtcNow());
        return true;
    });

    /// <summary>Whether a user has ever consented, to any version.</summary>
    public Task<bool> HasConsentedAsync(string userId) => database.RunAsync(session => Consents.WereGiven(session, userId));

    private List<string> ValidIds(MacsSession session) =>
        [.. DocumentKind.All.Select(k => Consents.Valid(session, k.Value, clock.GetUtcNow()))];
}
