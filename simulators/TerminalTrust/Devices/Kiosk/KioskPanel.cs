using PairingLab.Kernel.Panels;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>What a terminal's screen shows in each state.</summary>
public static class KioskPanel
{
    /// <summary>The panel of a state.</summary>
    public static Panel Of(string device, KioskState state) => state.Screen switch
    {
        KioskScreen.Starting => Show(device, "Starting", [$"Firmware {state.Firmware}"]),
        KioskScreen.Advanced => Advanced(device, state),
        KioskScreen.AskRestore => Show(device, "Restore", ["The settings of this terminal are lost. Its key, its certificate and the server that it trusts stay."], "Yes", "No") with { Shape = PanelShape.Dialog },
        KioskScreen.AskFactoryReset => Show(device, "Factory reset", ["The settings, the key and the certificate of this terminal are lost. It must be paired again."], "Yes", "No") with { Shape = PanelShape.Dialog },
        _ => Running(device, state),
    };

    private static Panel Running(string device, KioskState state)
    {
        const string Administration = "Advanced administration";
        return state switch
        {
            { InService: true } => Show(device, "Welcome", [KioskTexts.InService], Administration),
            { Trouble: { } trouble } => Show(device, "Error", Error(state, trouble), Administration),
            { WaitsForUpgrade: true } => Show(device, "Firmware upgrade", [KioskTexts.Waits], Administration),
            { Upgrade: { } upgrade } => Show(device, "Firmware upgrade", [$"From {state.Firmware} to {upgrade.To}", $"{PercentOf(upgrade)} %"], Administration),
            { Host: "" } => Show(device, "Error", [KioskTexts.Error(ErrorBits.NotReachable), "No server host is set.", KioskTexts.PairingCode + state.Code], Administration),
            _ => Show(device, "Connecting", [$"Server host: {state.Host}"], Administration),
        };
    }

    private static IReadOnlyList<string> Error(KioskState state, KioskTrouble trouble) =>
    [
        .. trouble.Vpn ? [KioskTexts.VpnError] : Array.Empty<string>(),
        KioskTexts.Error(trouble.Bits),
        .. trouble.Reason is { } reason ? [$"Reason: {Reasons.Text(reason)}"] : Array.Empty<string>(),
        KioskTexts.PairingCode + state.Code,
    ];

    private static int PercentOf(KioskUpgrade upgrade) => upgrade.Total == 0 ? 0 : 100 * upgrade.Received / upgrade.Total;

    private static Panel Advanced(string device, KioskState state) => new(
        device,
        "Advanced administration",
        [
            $"Serial number: {state.Serial}",
            $"Firmware: {state.Firmware}",
            $"Deployment scenario: {state.Scenario}",
            $"Certificate fingerprint: {state.Code}",
            $"Trusted server: {state.Pin ?? "none"}",
            $"VPN configuration: {(state.Vpn is null ? "none" : "there")}",
        ],
        [
            new("Save", KioskDecisions.BaseOf(KioskDecisions.HostTyped(state)) is not null),
            new("Deployment scenario A", state.Scenario != DeploymentScenario.A),
            new("Deployment scenario B", state.Scenario != DeploymentScenario.B),
            new("Restore"),
            new("Factory reset"),
            new("Close"),
        ],
        [new(KioskDecisions.HostField, KioskDecisions.HostTyped(state))]);

    private static Panel Show(string device, string title, IReadOnlyList<string> texts, params string[] buttons) =>
        new(device, title, texts, [.. buttons.Select(b => new PanelButton(b))], []);
}
