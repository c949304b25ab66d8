namespace PairingLab.AccessControl.Storage;

/// <summary>A card that was tapped; enrolled when MRS knows it.</summary>
public sealed record CardRow
{
    /// <summary>Keyed hash of its number.</summary>
    public string PanHash { get; init; } = "";

    /// <summary>First six and last four digits.</summary>
    public string MaskedPan { get; init; } = "";

    /// <summary>1 when the next tap runs the amount verification.</summary>
    public long AmountStep { get; init; }

    /// <summary>AREF: the card in MRS; null when it is not enrolled.</summary>
    public string? Aref { get; init; }

    /// <summary>The user in MRS.</summary>
    public string? MrsUser { get; init; }

    /// <summary>Its ICA.</summary>
    public string? Ica { get; init; }

    /// <summary>Its product.</summary>
    public string? Product { get; init; }

    /// <summary>Enrollment date.</summary>
    public DateTimeOffset? EnrolledAt { get; init; }

    /// <summary>What MRS said of it when it was verified last; null when it never was.</summary>
    public string? Verified { get; init; }

    /// <summary>Who verified it last.</summary>
    public string? VerifiedBy { get; init; }

    /// <summary>When it was verified last.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>Who suspended it; null when it is not suspended.</summary>
    public string? SuspendedBy { get; init; }

    /// <summary>When it was suspended.</summary>
    public DateTimeOffset? SuspendedAt { get; init; }

    /// <summary>Why it was suspended.</summary>
    public string? SuspendedReason { get; init; }

    /// <summary>Whether it is let in nowhere.</summary>
    public bool IsSuspended => SuspendedAt is not null;
}

/// <summary>The table of cards.</summary>
internal static class Cards
{
    public static CardRow? Find(MacsSession session, string panHash) =>
        session.Find<CardRow>("select * from cards where pan_hash = @panHash", new { panHash });

    /// <summary>
    /// Inserts the card's row if it is missing and locks it until the end of the transaction: one tap of a card at a time, at any terminal.
    /// </summary>
    public static void Lock(MacsSession session, string panHash, string maskedPan)
    {
        using (var insert = session.Statement("insert into cards (pan_hash, masked_pan) values ($1, $2) on conflict (pan_hash) do nothing"))
        {
            insert.With(panHash).With(maskedPan).Run();
        }

        if (session.ForUpdate.Length > 0)
        {
            session.Query<string>("select pan_hash from cards where pan_hash = @panHash" + session.ForUpdate, new { panHash });
        }
    }

    public static void SetAmountStep(MacsSession session, string panHash, bool next) =>
        session.Execute("update cards set amount_step = @step where pan_hash = @panHash", new { panHash, step = next ? 1L : 0L });

    public static void Enrol(MacsSession session, CardRow card) => session.Execute(
        """
        update cards set aref = @Aref, mrs_user = @MrsUser, ica = @Ica, product = @Product, enrolled_at = @EnrolledAt
        where pan_hash = @PanHash and aref is null
        """,
        card);

    /// <summary>Keeps what MRS said of an account; false when the card has another one by now.</summary>
    public static bool Verify(MacsSession session, string panHash, string aref, string verified, string by, DateTimeOffset at) =>
        session.Execute(
            "update cards set verified = @verified, verified_by = @by, verified_at = @at where pan_hash = @panHash and aref = @aref",
            new { panHash, aref, verified, by, at }) == 1;

    /// <summary>Suspends an enrollment; nulls reactivate it.</summary>
    public static void Suspend(MacsSession session, string panHash, string? by, DateTimeOffset? at, string? reason) => session.Execute(
        "update cards set suspended_by = @by, suspended_at = @at, suspended_reason = @reason where pan_hash = @panHash",
        new { panHash, by, at, reason });

    public static void Unenrol(MacsSession session, string panHash) => session.Execute(
        """
        update cards set aref = null, mrs_user = null, enrolled_at = null, verified = null, verified_by = null, verified_at = null
        where pan_hash = @panHash
        """,
        new { panHash });

    /// <summary>The hashes of the suspended cards; few, since people suspend them one by one.</summary>
    public static List<string> Suspended(MacsSession session) =>
        session.Query<string>("select pan_hash from cards where suspended_at is not null");
}
