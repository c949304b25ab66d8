using PairingLab.AccessControl.Engine;

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

    private const string ById =
        """
        select pan_hash, masked_pan, serial, type, status, entry_at, expires_at, ruleset_id, location_id, adult_guests, child_guests, child_ages
        from operations where id = $1
        """;

    private const string OfCard =
        """
        select ruleset_id, location_id, entry_at, paid, case status when 'CREATED' then 1 else 0 end, expires_at,
        free_adults, paid_adults, free_children, paid_children, young_children
        from operations where pan_hash = $1 and status in ('COMPLETED', 'CREATED')
        """;

    private const string Completion =
        """
        update operations set status = 'COMPLETED', entry_at = $1, changed_at = $2, adult_guests = $3, child_guests = $4, child_ages = $5,
        free_adults = $6, paid_adults = $7, free_children = $8, paid_children = $9, young_children = $10 where id = $11
        """;

    private static readonly string Insert =
        $"insert into operations ({string.Join(", ", Columns)}) values ({string.Join(", ", Columns.Select((_, i) => $"${i + 1}"))}) on conflict do nothing";

    /// <summary>Adds an operation; false when the device's own id of it is there already.</summary>
    public static bool Add(MacsSession session, OperationRow o)
    {
        using var insert = session.Statement(Insert);
        return insert
            .With(o.Id).With(o.PanHash).With(o.MaskedPan).With(o.Serial).With(o.LocationId).With(o.Country).With(o.Service).With(o.Type).With(o.Status)
            .With(o.RulesetId).With(o.RulesetName).With(o.Rule).With(o.RejectCode).With(o.AuthCode).With(o.Product).With(o.Ica).With(o.IcaName).With(o.Payment)
            .With(o.RequestedAt).With(o.EntryAt).With(o.ExpiresAt).With(o.ChangedAt).With(o.Paid).With(o.FeeAmount).With(o.FeeCurrency)
            .With(o.MaxAdults).With(o.MaxChildren).With(o.AdultGuests).With(o.ChildGuests).With(o.FreeAdults).With(o.PaidAdults)
            .With(o.FreeChildren).With(o.PaidChildren).With(o.YoungChildren).With(o.LocalId).With(o.Spending).Run() == 1;
    }

    public static OperationRow? Find(MacsSession session, string id, bool forUpdate = false) =>
        session.Find<OperationRow>("select * from operations where id = @id" + (forUpdate ? session.ForUpdate : ""), new { id });

    /// <summary>As much of an operation as its confirmation and its reversal need.</summary>
    public static OperationRow? ToConfirm(MacsSession session, string id, bool forUpdate = false)
    {
        using var found = session.Statement(ById + (forUpdate ? session.ForUpdate : "")).With(id);
        return !found.Next() ? null : new()
        {
            Id = id,
            PanHash = found.Text(0)!,
            MaskedPan = found.Text(1)!,
            Serial = found.Text(2)!,
            Type = found.Text(3)!,
            Status = found.Text(4)!,
            EntryAt = found.Time(5),
            ExpiresAt = found.Time(6),
            RulesetId = found.Number(7),
            LocationId = found.Text(8)!,
            AdultGuests = found.Number(9),
            ChildGuests = found.Number(10),
            ChildAges = found.Text(11)!,
        };
    }

    /// <summary>The entries of a card that count: completed ones.</summary>
    public static List<Entry> Entries(MacsSession session, string panHash) =>
        Standing(session, panHash).FindAll(e => !e.IsOpen).ConvertAll(e => e.Entry);

    /// <summary>The entries of a card that count, and its checks that are not confirmed.</summary>
    public static List<StandingEntry> Standing(MacsSession session, string panHash)
    {
        var entries = new List<StandingEntry>();
        using var found = session.Statement(OfCard).With(panHash);
        while (found.Next())
        {
            var guests = new GuestCount((int)found.Number(6), (int)found.Number(7), (int)found.Number(8), (int)found.Number(9), (int)found.Number(10));
            entries.Add(new(new(found.Number(0), found.Text(1)!, found.Time(2), found.Number(3) == 1, guests), found.Number(4) == 1, found.Time(5)));
        }

        return entries;
    }

    /// <summary>The latest operation of a card whose whole number was known; null when there was none.</summary>
    public static OperationRow? LatestOnline(MacsSession session, string panHash) => session.Find<OperationRow>(
        "select * from operations where pan_hash = @panHash and type = 'ONLINE' order by requested_at desc limit 1", new { panHash });

    /// <summary>The ids of the rulesets that have judged a card whose whole number was known.</summary>
    public static List<long> JudgedBy(MacsSession session, string panHash) =>
        session.Query<long>("select distinct ruleset_id from operations where pan_hash = @panHash and type = 'ONLINE'", new { panHash });

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

    public static void Complete(MacsSession session, OperationRow o)
    {
        using var update = session.Statement(Completion);
        update.With(o.EntryAt).With(o.EntryAt).With(o.AdultGuests).With(o.ChildGuests).With(o.ChildAges)
            .With(o.FreeAdults).With(o.PaidAdults).With(o.FreeChildren).With(o.PaidChildren).With(o.YoungChildren).With(o.Id).Run();
    }

    public static void Reverse(MacsSession session, string id, string user, string reason, DateTimeOffset at) => session.Execute(
        "update operations set status = 'REVERSED', reversed_by = @user, reversed_at = @at, reversed_reason = @reason, changed_at = @at where id = @id",
        new { id, user, reason, at });

    public static List<OperationRow> Latest(MacsSession session, int most) =>
        session.Query<OperationRow>("select * from operations order by requested_at desc, id desc limit @most", new { most });
}
