namespace PairingLab.Sci.Core;

/// <summary>What a terminal plays with a transaction; the table is in docs/outcomes.md.</summary>
public static class Outcomes
{
    /// <summary>The reason of <see cref="Plays.Decline" /> where the cents name none.</summary>
    public const string DoNotHonour = "Do not honour";

    /// <summary>
    /// What certain cents bring, with the reason for which the bank declines. Most are the response codes of ISO 8583 for the same thing;
    /// lab's choice.
    /// </summary>
    public static IReadOnlyDictionary<int, (Plays Plays, string? Reason)> OfCents { get; } = new Dictionary<int, (Plays, string?)>
    {
        [5] = (Plays.Decline, DoNotHonour),
        [8] = (Plays.Sign, null),
        [17] = (Plays.Cancel, null),
        [51] = (Plays.Decline, "Insufficient funds"),
        [54] = (Plays.Decline, "Expired card"),
        [55] = (Plays.Decline, "Incorrect PIN"),
        [61] = (Plays.Decline, "Exceeds limit"),
        [68] = (Plays.TimeOut, null),
        [70] = (Plays.Form, null),
        [71] = (Plays.ApproveLate, null),
        [91] = (Plays.Busy, null),
        [92] = (Plays.Gone, null),
        [96] = (Plays.LoseNetwork, null),
        [97] = (Plays.LostAnswer, null),
    };

    /// <summary>What is played; a form and a signature are nothing for a settlement, which is approved then.</summary>
    public static (Plays Plays, string? Reason) Of(Plays set, TransactionOrder order)
    {
        var (plays, reason) = set switch
        {
            Plays.Cents => OfCents.GetValueOrDefault((int)(order.Amounts.Total % 100), (Plays.Approve, null)),
            Plays.Decline => (set, DoNotHonour),
            _ => (set, null),
        };
        return order.IsSettlement && plays is Plays.Form or Plays.Sign ? (Plays.Approve, null) : (plays, reason);
    }
}
