using System.Globalization;

namespace PairingLab.AccessControl.Storage;

/// <summary>
/// Who has consented to which version of the two documents. Seed: consent to both is required at the first sign-in; a version that
/// became valid after that has not been consented to, so it is asked for again. Until a document is added, consent is to none: "".
/// </summary>
internal static class Consents
{
    private const int Documents = 2;

    /// <summary>The version that is valid on a day: the one of the latest date, and of that date the one added last.</summary>
    private const string ValidOfKind = "coalesce((select d.id from documents d where d.kind = {0} and d.day <= @today order by d.day desc, d.added_at desc, d.id desc limit 1), '')";

    private static readonly string Count = "select count(*) from consents c where c.user_id = @userId and c.document_id = " + Of("c.kind");

    private static readonly string Insert =
        $"insert into consents (user_id, kind, document_id, given_at) select @userId, k.kind, {Of("k.kind")}, @now from (select 'TERMS' as kind union select 'PRIVACY') k where true on conflict do nothing";

    /// <summary>Whether somebody has still to consent to what is valid now.</summary>
    public static bool AreDue(MacsSession session, string userId, DateTimeOffset now) => session.Find<long>(Count, new { userId, today = Day(now) }) < Documents;

    /// <summary>Somebody consents to both documents, as they are valid now.</summary>
    public static void Give(MacsSession session, string userId, DateTimeOffset now) => session.Execute(Insert, new { userId, now, today = Day(now) });

    /// <summary>Whether somebody has consented before, to whichever version.</summary>
    public static bool WereGiven(MacsSession session, string userId) => session.Find<long>("select count(*) from consents where user_id = @userId", new { userId }) > 0;

    /// <summary>The version of a kind that is valid now; empty when there is none yet.</summary>
    public static string Valid(MacsSession session, string kind, DateTimeOffset now) => session.Find<string>("select " + Of("@kind"), new { kind, today = Day(now) }) ?? "";

    private static string Of(string kind) => string.Format(CultureInfo.InvariantCulture, ValidOfKind, kind);

    private static string Day(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
