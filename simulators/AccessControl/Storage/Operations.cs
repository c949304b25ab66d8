using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Storage;

/// <summary>An entry of a card: completed, or checked and not confirmed.</summary>
/// <param name="Entry">As the engine counts it.</param>
/// <param name="IsOpen">Whether it is waiting for its confirmation.</param>
/// <param name="ExpiresAt">Until when it can be confirmed.</param>
/// <param name="IsRefused">Whether its confirmation was refused: it can be tried again, and does not block the card.</param>
internal readonly record struct StandingEntry(Entry Entry, bool IsOpen, DateTimeOffset ExpiresAt, bool IsRefused = false);

/// <summary>The table of operations.</summary>
internal static class Operations
{
    private static readonly Table<OperationRow> Table = new("operations");

    /// <summary>What an operation has before anybody reverses it.</summary>
    private static readonly Table<OperationRow>.Selection Unreversed =
        Table.AllBut(nameof(OperationRow.ReversedBy), nameof(OperationRow.ReversedAt), nameof(OperationRow.ReversedReason));

    /// <summary>What a confirmation and a reversal look at.</summary>
    private static readonly Table<OperationRow>.Selection ToDecide = Table.Some(
        nameof(OperationRow.Id), nameof(OperationRow.PanHash), nameof(OperationRow.MaskedPan), nameof(OperationRow.Serial),
        nameof(OperationRow.Type),
        nameof(OperationRow.Status), nameof(OperationRow.EntryAt), nameof(OperationRow.ExpiresAt), nameof(OperationRow.RulesetId),
        nameof(OperationRow.LocationId), nameof(OperationRow.AdultGuests), nameof(OperationRow.ChildGuests),
        nameof(OperationRow.ChildAges), nameof(OperationRow.Paid), nameof(OperationRow.FeeAmount), nameof(OperationRow.FeeCurrency),
        nameof(OperationRow.Charge));

    /// <summary>What a confirmation changes.</summary>
    private static readonly Table<OperationRow>.Selection Confirmed = Table.Some(
        nameof(OperationRow.Status), nameof(OperationRow.EntryAt), nameof(OperationRow.ChangedAt), nameof(OperationRow.AdultGuests),
        nameof(OperationRow.ChildGuests), nameof(OperationRow.ChildAges), nameof(OperationRow.FreeAdults), nameof(OperationRow.PaidAdults),
        nameof(OperationRow.FreeChildren), nameof(OperationRow.PaidChildren), nameof(OperationRow.YoungChildren),
        nameof(OperationRow.RejectCode), nameof(OperationRow.Charge));

    private static readonly string Insert = $"{Unreversed.Insert} on conflict do nothing";
    private static readonly string ById = $"select {ToDecide.Names} from operations where id = $1";
    private static readonly string Completion = $"update operations set {Confirmed.Assignments} where id = ${Confirmed.Next}";

    /// <summary>The columns of lists and reports: not the spending, which can be long and is shown on a page by itself.</summary>
    public static readonly string Listed = Table.AllBut(
        nameof(OperationRow.Spending), nameof(OperationRow.Charge), nameof(OperationRow.Reasons), nameof(OperationRow.Outage)).Names;

    private const string OfCard =
        """
        select ruleset_id, location_id, entry_at, paid, case status when 'CREATED' then 1 else 0 end, expires_at,
        free_adults, paid_adults, free_children, paid_children, young_children, reject_code
        from operations where pan_hash = $1 and status in ('COMPLETED', 'CREATED')
        """;

    /// <summary>Adds an operation; false when an operation with the same device id exists already.</summary>
    public static bool Add(MacsSession session, OperationRow o)
    {
        using var insert = session.Statement(Insert);
        return Unreversed.Bind(insert, o).Run() == 1;
    }

    public static OperationRow? Find(MacsSession session, string id, bool forUpdate = false) =>
        session.Find<OperationRow>("select * from operations where id = @id" + (forUpdate ? session.ForUpdate : ""), new { id });

    /// <summary>The columns of an operation that its confirmation and its reversal need.</summary>
    public static OperationRow? ToConfirm(MacsSession session, string id, bool forUpdate = false)
    {
        using var found = session.Statement(ById + (forUpdate ? session.ForUpdate : "")).With(id);
        return found.Next() ? ToDecide.Read(found) : null;
    }

    /// <summary>The completed entries of a card.</summary>
    public static List<Entry> Entries(MacsSession session, string panHash) =>
        Standing(session, panHash).FindAll(e => !e.IsOpen).ConvertAll(e => e.Entry);

    /// <summary>The completed entries of a card and its unconfirmed checks.</summary>
    public static List<StandingEntry> Standing(MacsSession session, string panHash)
    {
        var entries = new List<StandingEntry>();
        using var found = session.Statement(OfCard).With(panHash);
        while (found.Next())
        {
            var guests = new GuestCount((int)found.Number(6), (int)found.Number(7), (int)found.Number(8), (int)found.Number(9),
                (int)found.Number(10));
            entries.Add(new(new(found.Number(0), found.Text(1)!, found.Time(2), found.Number(3) == 1, guests), found.Number(4) == 1,
                found.Time(5), found.Text(11) is not null));
        }

        return entries;
    }

    /// <summary>The latest online operation of a card; null when there is none.</summary>
    public static OperationRow? LatestOnline(MacsSession session, string panHash) => session.Find<OperationRow>(
        "select * from operations where pan_hash = @panHash and type = 'ONLINE' order by requested_at desc limit 1", new { panHash });

    /// <summary>The operation that a device has reported under an id of its own; null when there is none.</summary>
    public static OperationRow? OfDevice(MacsSession session, string serial, string localId) => session.Find<OperationRow>(
        "select * from operations where serial = @serial and local_id = @localId", new { serial, localId });

    /// <summary>The ids of the rulesets that decided online about a card.</summary>
    public static List<long> JudgedBy(MacsSession session, string panHash) =>
        session.Query<long>("select distinct ruleset_id from operations where pan_hash = @panHash and type = 'ONLINE'", new { panHash });

    /// <summary>Locks an operation until the transaction ends and reads it again.</summary>
    public static OperationRow Lock(MacsSession session, OperationRow found)
    {
        if (session.ForUpdate.Length == 0)
        {
            return found;
        }

        // The card first, as a check does: another order could deadlock.
        Cards.Lock(session, found.PanHash, found.MaskedPan);
        return ToConfirm(session, found.Id, forUpdate: true)!;
    }

    /// <summary>Whether a card has an operation that can still be confirmed.</summary>
    public static bool IsBlocked(MacsSession session, string panHash, DateTimeOffset now) =>
        session.Find<long>(
            "select count(*) from operations "
            + "where pan_hash = @panHash and status = 'CREATED' and expires_at > @now and reject_code is null",
            new { panHash, now }) > 0;

    /// <summary>The confirmation was refused: the operation can be confirmed with fewer guests, and the card can be used again.</summary>
    public static void RefuseConfirmation(MacsSession session, string id, string code, DateTimeOffset at) => session.Execute(
        "update operations set reject_code = @code, changed_at = @at where id = @id", new { id, code, at });

    /// <summary>The card was used again after a refused confirmation: only the new check can be confirmed.</summary>
    public static void ExpireRefused(MacsSession session, string panHash, DateTimeOffset now) => session.Execute(
        "update operations set status = 'EXPIRED', changed_at = @now "
        + "where pan_hash = @panHash and status = 'CREATED' and reject_code is not null",
        new { panHash, now });

    public static void Expire(MacsSession session, string panHash, DateTimeOffset now) => session.Execute(
        "update operations set status = 'EXPIRED', changed_at = expires_at "
        + "where pan_hash = @panHash and status = 'CREATED' and expires_at <= @now",
        new { panHash, now });

    /// <summary>
    /// Expires the unconfirmed operations of all cards, so that lists are up to date. Rows locked by a tap are skipped: the tap expires
    /// them.
    /// </summary>
    public static int ExpireAll(MacsSession session, DateTimeOffset now)
    {
        var held = session.ForUpdate.Length == 0 ? "" : session.ForUpdate + " skip locked";
        return session.Execute(
            $"""
            update operations set status = 'EXPIRED', changed_at = expires_at
            where id in (select id from operations where status = 'CREATED' and expires_at <= @now{held})
            """,
            new { now });
    }

    /// <summary>How often a ruleset was used since a time, including checks that can still be confirmed.</summary>
    public static int Usages(MacsSession session, long rulesetId, DateTimeOffset? since, DateTimeOffset now) => (int)session.Find<long>(
        """
        select count(*) from operations
        where ruleset_id = @rulesetId and entry_at > @since and (status = 'COMPLETED' or (status = 'CREATED' and expires_at > @now))
        """,
        new { rulesetId, since = since ?? DateTimeOffset.UnixEpoch, now });

    public static void Complete(MacsSession session, OperationRow o)
    {
        using var update = session.Statement(Completion);
        Confirmed.Bind(update, o with { Status = OperationStatus.Completed, ChangedAt = o.EntryAt }).With(o.Id).Run();
    }

    public static void Reverse(MacsSession session, string id, string user, string reason, DateTimeOffset at) => session.Execute(
        """
        update operations set status = 'REVERSED', reversed_by = @user, reversed_at = @at, reversed_reason = @reason, changed_at = @at
        where id = @id
        """,
        new { id, user, reason, at });

    public static List<OperationRow> Latest(MacsSession session, int most) =>
        session.Query<OperationRow>("select * from operations order by requested_at desc, id desc limit @most", new { most });
}
