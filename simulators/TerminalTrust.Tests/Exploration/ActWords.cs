namespace PairingLab.TerminalTrust.Tests.Exploration;

/// <summary>Tells the acts of an exploration in the steps of the features; where there is no step for one, as a comment.</summary>
internal static class ActWords
{
    /// <summary>The site at which every day begins.</summary>
    public const string Beginning = "Given two servers with their terminals";

    /// <summary>A whole day.</summary>
    public static PairingLab.Exploration.DayWords<Act> Told { get; } = new([Beginning], Of);

    /// <summary>An act as steps, each with its keyword.</summary>
    public static IEnumerable<string> Of(Act act)
    {
        var kiosk = $"kiosk-{act.Who + 1}";
        return act.Kind switch
        {
            ActKind.Wait => [$"When {(act.Choice % 10 == 0 ? 1000 : act.Choice % 3 == 0 ? 65 : 5)} seconds pass"],
            ActKind.PairToTheEnd => [$"When {kiosk} is paired in Deployment Scenario A"],
            ActKind.Create => [$"When the operator creates {kiosk} in CAS under its serial number"],
            ActKind.GenerateVpn => [$"When the operator generates the VPN configuration of {kiosk}"],
            ActKind.SignInClerk => ["When the clerk signs in without a second factor"],
            ActKind.SignOut => ["When the operator signs out"],
            ActKind.Approve => [$"When the operator compares the fingerprint with the pairing code of {kiosk} and approves"],
            ActKind.Refuse => [$"When the operator refuses the pairing request of {kiosk}"],
            ActKind.Unpair => [$"When the operator unpairs {kiosk}"],
            ActKind.Toggle => [$"When the operator sets {kiosk} {(act.Choice % 3 != 0 ? "active" : "inactive")}"],
            ActKind.Migrate => ["When the server is migrated to another machine"],
            ActKind.Move => [$"When the server host of cas-{(act.Choice % 2) + 1} is set in the advanced administration of {kiosk}"],
            ActKind.Restore => [$"When {kiosk} is restored"],
            ActKind.FactoryReset => [$"When {kiosk} is reset to factory settings"],
            ActKind.Cut => [$"# the cable of {kiosk} is pulled, or connected again"],
            ActKind.ChangeScenario => [$"# {kiosk} goes to the other Deployment Scenario"],
            _ => [$"# {act.Kind} of {kiosk}"],
        };
    }
}
