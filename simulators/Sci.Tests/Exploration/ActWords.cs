namespace PairingLab.Sci.Tests.Exploration;

/// <summary>Tells the acts of an exploration in the steps of the features; where there is no step for one, as a comment.</summary>
internal static class ActWords
{
    /// <summary>The shop in which every day begins; SCI serves each of its terminals from another address.</summary>
    public static readonly IReadOnlyList<string> Beginning =
        ["Given a shop with EFTPOS terminals and POSs", "Given eftpos-2 belongs to tenant-2"];

    /// <summary>A whole day.</summary>
    public static PairingLab.Exploration.DayWords<Act> Told { get; } = new(Beginning, Of);

    /// <summary>An act as steps, each with its keyword.</summary>
    public static IEnumerable<string> Of(Act act)
    {
        var (terminal, pos) = ($"eftpos-{act.Terminal + 1}", $"sci-pos-{act.Pos + 1}");
        var nickname = $"Bar {act.Pos + 1} at {act.Terminal + 1}";
        return act.Kind switch
        {
            ActKind.ShowCode => [$"When pairing is initiated on {terminal}"],
            ActKind.EnterCode => [$"When the pairing code of {terminal} is entered on {pos} as \"{nickname}\""],
            ActKind.Confirm => [$"When the merchant tries to confirm on {terminal}"],
            ActKind.Decline => [$"When the merchant declines on {terminal}"],
            ActKind.CancelPairing => [$"When [Cancel] is pressed on {terminal}"],
            ActKind.PairToTheEnd => [$"When {pos} is paired with {terminal} as \"{nickname}\""],
            ActKind.UnpairOnTerminal => [$"When the merchant unpairs \"{nickname}\" on {terminal}"],
            ActKind.UnpairOnPos => [$"When [Unpair {nickname}] is pressed on {pos}"],
            ActKind.Sell => [$"When {pos} sells for 10.00 over \"{nickname}\""],
            ActKind.SellWithoutNetwork =>
            [
                $"When the cable of {terminal} is pulled", $"When {pos} sells for 10.00 over \"{nickname}\"",
                $"When the cable of {terminal} is connected again",
            ],
            ActKind.CancelPurchase => [$"When [Cancel] is pressed on {pos}"],
            ActKind.Finish => [$"When the purchase is {Ending(act.Choice)} on {terminal}"],
            ActKind.BeginSettlement => [$"Given {terminal} is busy with a settlement"],
            ActKind.EndSettlement => [$"When [Finish] is pressed on {terminal}"],
            ActKind.Wait => [$"When {act.Choice} seconds pass"],
            ActKind.FinishAny => [$"# {terminal} says again that any purchase was {Ending(act.Choice)}"],
            _ => ["# SCI is killed and started again"],
        };
    }

    private static string Ending(int choice) => (choice % 3) switch { 0 => "approved", 1 => "declined", _ => "cancelled" };
}
