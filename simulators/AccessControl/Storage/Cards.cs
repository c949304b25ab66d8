namespace PairingLab.AccessControl.Storage;

/// <summary>The table of cards.</summary>
internal static class Cards
{
    public static CardRow? Find(MacsSession session, string panHash) => session.Find<CardRow>("select * from cards where pan_hash = @panHash", new { panHash });

    /// <summary>The card's row, made if need be and held to the end of the transaction: one tap of a card at a time, wherever it is.</summary>
    public static void Hold(MacsSession session, string panHash, string maskedPan)
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
        "update cards set aref = @Aref, mrs_user = @MrsUser, ica = @Ica, product = @Product, enrolled_at = @EnrolledAt where pan_hash = @PanHash and aref is null", card);
}
