using System.Globalization;

namespace PairingLab.AccessControl.Storage;

/// <summary>Terms and Conditions or a Privacy Policy; never edited and never deleted.</summary>
public sealed record DocumentRow
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>TERMS or PRIVACY.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The date from which it is valid, as 2026-01-05.</summary>
    public string Day { get; init; } = "";

    /// <summary>Name of the file.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Its type.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The content in base64; lists do not read it.</summary>
    public string Content { get; init; } = "";

    /// <summary>Who added it.</summary>
    public string AddedBy { get; init; } = "";

    /// <summary>When it was added.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>Which of all documents it is, in the order in which they were added: lab clocks stand, and begin anew.</summary>
    public long Place { get; init; }
}

/// <summary>
/// Who has consented to which version of the two documents. Access Control description: consent to both is required at the first sign-in.
/// A version that became valid later needs consent again. Before any document is added, consent is to the version "".
/// </summary>
internal static class Consents
{
    private const int Documents = 2;

    /// <summary>The version that is valid on a day: the one with the latest date, and among those the one added last.</summary>
    private const string ValidOfKind =
        """
        coalesce((select d.id from documents d where d.kind = {0} and d.day <= @today
        order by d.day desc, d.place desc, d.added_at desc, d.id desc limit 1), '')
        """;

    private static readonly string Count = "select count(*) from consents c where c.user_id = @userId and c.document_id = " + Of("c.kind");

    private static readonly string Insert =
        $"""
        insert into consents (user_id, kind, document_id, given_at)
        select @userId, k.kind, {Of("k.kind")}, @now
        from (select 'TERMS' as kind union select 'PRIVACY') k where true on conflict do nothing
        """;

    /// <summary>Whether a user still has to consent to the versions that are valid now.</summary>
    public static bool AreDue(MacsSession session, string userId, DateTimeOffset now) =>
        session.Find<long>(Count, new { userId, today = Day(now) }) < Documents;

    /// <summary>A user consents to both documents in the versions that are valid now.</summary>
    public static void Give(MacsSession session, string userId, DateTimeOffset now) =>
        session.Execute(Insert, new { userId, now, today = Day(now) });

    /// <summary>Whether a user has ever consented, to any version.</summary>
    public static bool WereGiven(MacsSession session, string userId) =>
        session.Find<long>("select count(*) from consents where user_id = @userId", new { userId }) > 0;

    /// <summary>The version of a kind that is valid now; empty before the first one.</summary>
    public static string Valid(MacsSession session, string kind, DateTimeOffset now) =>
        session.Find<string>("select " + Of("@kind"), new { kind, today = Day(now) }) ?? "";

    private static string Of(string kind) => string.Format(CultureInfo.InvariantCulture, ValidOfKind, kind);

    private static string Day(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
