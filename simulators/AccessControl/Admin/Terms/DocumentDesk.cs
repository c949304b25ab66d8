using System.Globalization;
using PairingLab.AccessControl.Admin.SignIn;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin.Terms;

/// <summary>
/// The documents and who has consented to them. Seed: they cannot be edited or deleted; another file for the same date replaces the
/// version of that date and becomes the currently valid one. What was replaced stays in the database, since somebody consented to it.
/// </summary>
internal sealed class DocumentDesk(IMacsDatabase database, LabClock clock)
{
    /// <summary>The version of each date, the latest date first.</summary>
    public async Task<IReadOnlyList<DocumentRow>> AllAsync()
    {
        var all = await database.RunAsync(s => s.Query<DocumentRow>(
            "select id, kind, day, file_name, content_type, added_by, added_at from documents order by day desc, added_at desc, id desc"));
        return [.. all.DistinctBy(d => (d.Kind, d.Day))];
    }

    /// <summary>The one of a kind that is valid now; null when there is none yet.</summary>
    public DocumentRow? Valid(IEnumerable<DocumentRow> all, string kind)
    {
        var today = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return all.FirstOrDefault(d => d.Kind == kind && string.CompareOrdinal(d.Day, today) <= 0);
    }

    public Task<DocumentRow?> FindAsync(string id) => database.RunAsync(s => s.Find<DocumentRow>("select * from documents where id = @id", new { id }));

    public Task AddAsync(DocumentRow document) => database.RunAsync(s => s.Execute(
        """
        insert into documents (id, kind, day, file_name, content_type, content, added_by, added_at)
        values (@Id, @Kind, @Day, @FileName, @ContentType, @Content, @AddedBy, @AddedAt)
        """,
        document with { Id = Accounts.NewId(), AddedAt = clock.GetUtcNow() }));

    /// <summary>Somebody consents to both documents, as they are valid now.</summary>
    public async Task ConsentAsync(string userId)
    {
        var all = await AllAsync();
        var at = clock.GetUtcNow();
        await database.RunAsync(session =>
        {
            foreach (var (kind, _) in DocumentKind.All)
            {
                session.Execute(
                    "insert into consents (user_id, kind, document_id, given_at) values (@userId, @kind, @document, @at) on conflict do nothing",
                    new { userId, kind, document = Valid(all, kind)?.Id ?? "", at });
            }

            return true;
        });
    }
}
