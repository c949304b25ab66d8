namespace PairingLab.Commander.Tests.Exploration;

/// <summary>Tells the acts of an exploration in the steps of the features; where there is no step for one, as a comment.</summary>
internal static class ActWords
{
    /// <summary>A new installation, from which every day begins.</summary>
    public const string Beginning = "Given a new installation";

    /// <summary>A whole day.</summary>
    public static PairingLab.Exploration.DayWords<Act> Told { get; } = new([Beginning], Of);

    /// <summary>An act as steps, each with its keyword.</summary>
    public static IEnumerable<string> Of(Act act)
    {
        var pos = $"pos-{(act.Who % Site.NumberOfWorkstations) + 1}";
        var client = $"config-{(act.Who % Site.NumberOfClients) + 1}";
        return act.Kind switch
        {
            ActKind.Wait => [$"When {(long)Site.WaitOf(act).TotalSeconds} seconds pass"],
            ActKind.PairToTheEnd => [$"When {pos} is paired and its application has started"],
            ActKind.PairWrongly => [$"Given {pos} displays the Pairing OTP dialog box", .. Wrong(pos)],
            ActKind.ReachTheKeypad => [$"Given {pos} displays the Pairing OTP dialog box"],
            ActKind.RetrieveTwice => [$"Given {pos} displays the Pairing OTP dialog box", Retrieve(client), Retrieve(client)],
            ActKind.TypeRightOtp => [$"When the OTP is keyed in on {pos}"],
            ActKind.TypeWrongOtp => [$"When \"FFFFFF\" is keyed in on {pos}"],
            ActKind.PressOk => [$"When [OK] is pressed on {pos}"],
            ActKind.CancelPairing => [$"When [Cancel] is pressed on {pos}"],
            ActKind.Link => [$"Then {pos} shows \"Secure link to the Commander: up\""],
            ActKind.Sell => [$"When {pos} makes a sale"],
            ActKind.CutCable => [$"When the cable of {pos} is pulled"],
            ActKind.MendCable => [$"When the cable of {pos} is connected again"],
            ActKind.RebootWorkstation => [$"When {pos} loses power for a moment"],
            ActKind.RebootCommander => ["When commander-1 loses power for a moment"],
            ActKind.PressFirstButton or ActKind.PressAnyButton => [$"# some button of {pos} is pressed"],
            ActKind.RetryAgainAndAgain => [$"# {pos} is paired wrongly again and again"],
            ActKind.Renew => [$"# the certificate of {pos} is renewed in its window"],
            ActKind.LoseNextAnswer => [$"# the next answer to {pos} is lost"],
            _ => AtClient(act, client),
        };
    }

    private static IEnumerable<string> AtClient(Act act, string client) => act.Kind switch
    {
        ActKind.SignIn when act.Choice % 4 == 0 => [$"# a wrong password is given at {client}"],
        ActKind.SignIn => [$"Given the {(act.Choice % 3 != 0 ? "manager" : "cashier")} is signed in at {client}"],
        ActKind.OpenSiteSecurity when act.Choice % 3 != 0 => [$"Given the manager has opened Site Security at {client}"],
        ActKind.EnterSiteOtp when act.Choice % 2 == 0 => [$"When an OTP is generated at {client}"],
        ActKind.StartService => [$"When [Start Pairing Service] is pressed on {client}"],
        ActKind.Retrieve => [Retrieve(client)],
        ActKind.Revoke => ["When the manager revokes all trust"],
        ActKind.Upgrade => [$"When the site is auto upgraded to Base 53.{30 + (act.Choice % 9)}"],
        _ => [$"# {act.Kind} at {client}"],
    };

    private static string Retrieve(string client) => $"When [Retrieve Pairing OTP] is tried on {client}";

    private static IEnumerable<string> Wrong(string pos) => [$"When \"FFFFFF\" is keyed in on {pos}", $"When [OK] is pressed on {pos}"];
}
