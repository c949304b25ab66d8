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

    /// <summary>Those that are valid now, Terms and Conditions first; null where there is none yet.</summary>
    public async Task<IReadOnlyList<DocumentRow?>> ValidAsync()
    {
        var all = await AllAsync();
        var ids = await database.RunAsync(ValidIds);
        return ids.ConvertAll(id => all.FirstOrDefault(d => d.Id == id));
    }

    public Task<DocumentRow?> FindAsync(string id) => database.RunAsync(s => s.Find<DocumentRow>("select * from documents where id = @id", new { id }));

    public Task AddAsync(DocumentRow document) => database.RunAsync(s => s.Execute(
        """
        insert into documents (id, kind, day, file_name, content_type, content, added_by, added_at)
        values (@Id, @Kind, @Day, @FileName, @ContentType, @Content, @AddedBy, @AddedAt)
        """,
        document with { Id = Accounts.NewId(), AddedAt = clock.GetUtcNow() }));

    /// <summary>Somebody consents to the documents that were shown; false when others are valid by now, which nobody can consent to unseen.</summary>
    public Task<bool> ConsentAsync(string userId, IEnumerable<string> shown) => database.RunAsync(session =>
    {
        if (!shown.SequenceEqual(ValidIds(session)))
        {
            return false;
        }

        Consents.Give(session, userId, clock.GetUtcNow());
        return true;
    });

    /// <summary>Whether somebody has consented before, to whichever version.</summary>
    public Task<bool> HasConsentedAsync(string userId) => database.RunAsync(session => Consents.WereGiven(session, userId));

    private List<string> ValidIds(MacsSession session) => [.. DocumentKind.All.Select(k => Consents.Valid(session, k.Value, clock.GetUtcNow()))];
}
