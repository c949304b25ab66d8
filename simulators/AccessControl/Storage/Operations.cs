namespace PairingLab.AccessControl.Storage;

/// <summary>The table of operations.</summary>
internal static class Operations
{
    private static readonly string[] Columns =
    [
        "id", "pan_hash", "masked_pan", "serial", "location_id", "country", "service", "type", "status", "ruleset_id", "ruleset_name", "rule", "reject_code",
        "auth_code", "product", "ica", "ica_name", "payment", "requested_at", "entry_at", "expires_at", "changed_at", "paid", "fee_amount", "fee_currency",
        "max_adults", "max_children", "adult_guests", "child_guests", "free_adults", "paid_adults", "free_children", "paid_children", "young_children",
        "local_id", "spending",
    ];

    private static readonly string Insert =
        $"insert into operations ({string.Join(", ", Columns)}) values ({string.Join(", ", Columns.Select(Parameter))}) on conflict do nothing";

    /// <summary>pan_hash is @PanHash: SQLite tells small letters from capital ones.</summary>
    private static string Parameter(string column) => $"@{string.Concat(column.Split('_').Select(w => char.ToUpperInvariant(w[0]) + w[1..]))}";

    /// <summary>Adds an operation; false when the device's own id of it is there already.</summary>
    public static bool Add(MacsSession session, OperationRow operation) => session.Execute(Insert, operation) == 1;

    public static OperationRow? Find(MacsSession session, string id, bool forUpdate = false) =>
        session.Find<OperationRow>("select * from operations where id = @id" + (forUpdate ? session.ForUpdate : ""), new { id });

    /// <summary>As much of an operation as its confirmation and its reversal need.</summary>
    public static OperationRow? ToConfirm(MacsSession session, string id, bool forUpdate = false) => session.Find<OperationRow>(
        "select id, pan_hash, masked_pan, serial, type, status, entry_at, expires_at, ruleset_id, location_id, adult_guests, child_guests, child_ages from operations where id = @id"
        + (forUpdate ? session.ForUpdate : ""),
        new { id });

    /// <summary>The entries of a card that count: completed ones.</summary>
    public static List<OperationRow> Entries(MacsSession session, string panHash) => session.Query<OperationRow>(
        """
        select ruleset_id, location_id, entry_at, paid, status, free_adults, paid_adults, free_children, paid_children, young_children
        from operations where pan_hash = @panHash and status = 'COMPLETED'
        """,
        new { panHash });

    /// <summary>The entries of a card that count, and its checks that are not confirmed.</summary>
    public static List<OperationRow> Standing(MacsSession session, string panHash) => session.Query<OperationRow>(
        """
        select ruleset_id, location_id, entry_at, expires_at, paid, status, free_adults, paid_adults, free_children, paid_children, young_children
        from operations where pan_hash = @panHash and status in ('COMPLETED', 'CREATED')
        """,
        new { panHash });

    /// <summary>An operation as nobody else can change it until the transaction ends.</summary>
    public static OperationRow Held(MacsSession session, OperationRow found)
    {
        if (session.ForUpdate.Length == 0)
        {
            return found;
        }

        // The card first, as a check does: in another order two of them could wait for each other.
        Cards.Hold(session, found.PanHash, found.MaskedPan);
        return ToConfirm(session, found.Id, forUpdate: true)!;
    }

    /// <summary>Whether a card has an operation that still can be confirmed.</summary>
    public static bool IsBlocked(MacsSession session, string panHash, DateTimeOffset now) =>
        session.Find<long>("select count(*) from operations where pan_hash = @panHash and status = 'CREATED' and expires_at > @now", new { panHash, now }) > 0;

    public static void Expire(MacsSession session, string panHash, DateTimeOffset now) => session.Execute(
        "update operations set status = 'EXPIRED', changed_at = expires_at where pan_hash = @panHash and status = 'CREATED' and expires_at <= @now", new { panHash, now });

    /// <summary>Whatever nobody has confirmed in time, of every card: a list says what is true now. A row that a tap holds is that tap's to expire.</summary>
    public static int ExpireAll(MacsSession session, DateTimeOffset now)
    {
        var held = session.ForUpdate.Length == 0 ? "" : session.ForUpdate + " skip locked";
        return session.Execute(
            $"update operations set status = 'EXPIRED', changed_at = expires_at where id in (select id from operations where status = 'CREATED' and expires_at <= @now{held})",
            new { now });
    }

    /// <summary>How often a ruleset was used since then; a check that can still be confirmed counts too.</summary>
    public static int Usages(MacsSession session, long rulesetId, DateTimeOffset? since, DateTimeOffset now) => (int)session.Find<long>(
        """
        select count(*) from operations
        where ruleset_id = @rulesetId and entry_at > @since and (status = 'COMPLETED' or (status = 'CREATED' and expires_at > @now))
        """,
        new { rulesetId, since = since ?? DateTimeOffset.UnixEpoch, now });

    public static void Complete(MacsSession session, OperationRow operation) => session.Execute(
        """
        update operations set status = 'COMPLETED', entry_at = @EntryAt, changed_at = @EntryAt, adult_guests = @AdultGuests, child_guests = @ChildGuests,
        child_ages = @ChildAges, free_adults = @FreeAdults, paid_adults = @PaidAdults, free_children = @FreeChildren, paid_children = @PaidChildren,
        young_children = @YoungChildren where id = @Id
        """,
        operation);

    public static void Reverse(MacsSession session, string id, string user, string reason, DateTimeOffset at) => session.Execute(
        "update operations set status = 'REVERSED', reversed_by = @user, reversed_at = @at, reversed_reason = @reason, changed_at = @at where id = @id",
        new { id, user, reason, at });

    public static List<OperationRow> Latest(MacsSession session, int most) =>
        session.Query<OperationRow>("select * from operations order by requested_at desc, id desc limit @most", new { most });
}
