namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>What follows from what somebody does at a terminal.</summary>
public static class KioskDecisions
{
    /// <summary>The field of advanced administration.</summary>
    public const string HostField = "Server host";

    /// <summary>Gate's port in the field (protocol page).</summary>
    private const int UsualPort = 7741;

    /// <summary>A button is pressed.</summary>
    public static KioskState Press(KioskState state, string button) => (state.Screen, button) switch
    {
        (KioskScreen.Running, "Advanced administration") => state with { Screen = KioskScreen.Advanced, TypedHost = null },
        (KioskScreen.Advanced, "Save") when BaseOf(HostTyped(state)) is not null => state.AskAnew() with { Screen = KioskScreen.Running, Host = HostTyped(state).Trim(), Upgrade = null },
        (KioskScreen.Advanced, "Deployment scenario A") when state.Scenario != DeploymentScenario.A => state.AskAnew() with { Scenario = DeploymentScenario.A },
        (KioskScreen.Advanced, "Deployment scenario B") when state.Scenario != DeploymentScenario.B => state.AskAnew() with { Scenario = DeploymentScenario.B },
        (KioskScreen.Advanced, "Restore") => state with { Screen = KioskScreen.AskRestore },
        (KioskScreen.Advanced, "Factory reset") => state with { Screen = KioskScreen.AskFactoryReset },
        (KioskScreen.Advanced, "Close") => state with { Screen = KioskScreen.Running },
        (KioskScreen.AskRestore, "Yes") => state with { Wipe = KioskWipe.Restore },
        (KioskScreen.AskFactoryReset, "Yes") => state with { Wipe = KioskWipe.FactoryReset },
        (KioskScreen.AskRestore or KioskScreen.AskFactoryReset, "No") => state with { Screen = KioskScreen.Advanced },
        _ => state,
    };

    /// <summary>Text is typed as server host.</summary>
    public static KioskState Type(KioskState state, string text) => state.Screen == KioskScreen.Advanced ? state with { TypedHost = text } : state;

    /// <summary>What stands in the field.</summary>
    public static string HostTyped(KioskState state) => state.TypedHost ?? state.Host;

    /// <summary>The base of gate's API for a server host; null when it is no host.</summary>
    public static string? BaseOf(string host)
    {
        var text = host.Trim();
        return text.Length > 0 && Uri.TryCreate($"https://{text}", UriKind.Absolute, out var uri) && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0 && !text.EndsWith('/')
            ? $"https://{uri.Host}:{(uri.IsDefaultPort && !text.EndsWith(":443", StringComparison.Ordinal) ? UsualPort : uri.Port)}"
            : null;
    }
}
