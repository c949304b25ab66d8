namespace PairingLab.SmartConnect.Tests.Exploration;

/// <summary>Tells the acts of an exploration in the steps of the features; where there is no step for one, as a comment.</summary>
internal static class ActWords
{
    /// <summary>The site at which every day begins.</summary>
    public const string Beginning = "Given a SmartConnect site";

    /// <summary>A whole day.</summary>
    public static PairingLab.Exploration.DayWords<Act> Told { get; } = new([Beginning], Of);

    /// <summary>An act as steps, each with its keyword.</summary>
    public static IEnumerable<string> Of(Act act)
    {
        var (device, register) = ($"payment-{act.Device + 1}", $"register-{act.Register + 1}");
        return act.Kind switch
        {
            ActKind.SwitchOn => [$"When {device} is switched off", $"When {device} is switched on"],
            ActKind.ShowCode => [$"When pairing is initiated on {device}"],
            ActKind.HideCode => [$"When pairing is cancelled on {device}"],
            ActKind.PairToTheEnd => [$"When {register} is paired with {device}"],
            ActKind.SubmitCode => [$"When the code of {device} is entered on {register}"],
            ActKind.Unpair => [$"When {register} is unpaired on {device}"],
            ActKind.UnpairAll => [$"When all registers are unpaired on {device}"],
            ActKind.Pay => [$"When {register} submits a payment of 10.00"],
            ActKind.Take => [$"When {device} asks for 10.00 of {register}"],
            ActKind.Finish => [$"When the payment is {Ending(act.Choice)} on {device}"],
            ActKind.Wait => [$"When {act.Choice} seconds pass"],
            ActKind.Swap => [$"# other hardware with the internal ID of {device} is switched on"],
            ActKind.SubmitOldCode => [$"# a code of any time is entered on {register}"],
            ActKind.PayAsAnother => [$"# {register} submits a payment under another business name"],
            ActKind.Look => [$"# {device} looks what is new"],
            ActKind.FinishAny => [$"# {device} says that any payment was {Ending(act.Choice)}"],
            ActKind.Restart => ["# SmartConnect is killed and started again"],
            _ => ["# the disk takes nothing for the next act"],
        };
    }

    private static string Ending(int choice) => (choice % 3) switch { 0 => "approved", 1 => "declined", _ => "cancelled" };
}
