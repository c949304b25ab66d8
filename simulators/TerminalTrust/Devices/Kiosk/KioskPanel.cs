using PairingLab.Kernel.Panels;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>The panel of a terminal in each state.</summary>
public static class KioskPanel
{
    /// <summary>The panel of a state.</summary>
    public static Panel Of(string device, KioskState state) => state.Screen switch
    {
        KioskScreen.Starting => Screen(device, "Starting", [$"Firmware {state.Firmware}"]),
        KioskScreen.Advanced => Advanced(device, state),
        KioskScreen.AskRestore => Question(
            device, "Restore", "The settings of this terminal are lost. Its key, its certificate and the server that it trusts stay."),
        KioskScreen.AskFactoryReset => Question(
            device, "Factory reset", "The settings, the key and the certificate of this terminal are lost. It must be paired again."),
        _ => Running(device, state),
    };

    private static Panel Running(string device, KioskState state)
    {
        var administration = new PanelButton("Advanced administration") { Role = ButtonRole.Link };
        return state switch
        {
            { InService: true } => Screen(device, "Welcome", [KioskTexts.InService], administration),
            { Trouble: { } trouble } => Screen(device, "Error", Error(state, trouble), administration),
            { WaitsForUpgrade: true } => Screen(device, "Firmware upgrade", [KioskTexts.Waits], administration),
            { Upgrade: { } upgrade } => Screen(
                device, "Firmware upgrade", [$"From {state.Firmware} to {upgrade.To}", KioskTexts.Progress(upgrade)], administration),
            { Host: "" } => Screen(
                device,
                "Error",
                [KioskTexts.Error(ErrorBits.NotReachable), "No server host is set.", KioskTexts.PairingCode(state.Code)],
                administration),
            _ => Screen(device, "Connecting", [$"Server host: {state.Host}"], administration),
        };
    }

    private static IReadOnlyList<PanelText> Error(KioskState state, KioskTrouble trouble) =>
    [
        .. trouble.Vpn ? [new PanelText(KioskTexts.VpnError, TextRole.Bad)] : Array.Empty<PanelText>(),
        KioskTexts.Error(trouble.Bits),
        .. trouble.Reason is { } reason ? [$"Reason: {RejectionReasons.Text(reason)}"] : Array.Empty<PanelText>(),
        KioskTexts.PairingCode(state.Code),
    ];

    private static Panel Advanced(string device, KioskState state) => Panel.Of(
        device,
        "Advanced administration",
        [
            $"Serial number: {state.Serial}",
            $"Firmware: {state.Firmware}",
            $"Deployment scenario: {state.Scenario}",
            new($"Certificate fingerprint: {state.Code}", TextRole.Code),
            state.Pin is { } pin ? new PanelText($"Trusted server: {pin}", TextRole.Code) : "Trusted server: none",
            $"VPN configuration: {(state.Vpn is null ? "none" : "there")}",
        ],
        [
            new("Save", KioskLogic.BaseOf(state.HostTyped) is not null) { Role = ButtonRole.Primary },
            new("Deployment scenario A", state.Scenario != DeploymentScenario.A),
            new("Deployment scenario B", state.Scenario != DeploymentScenario.B),
            new("Restore"),
            new("Factory reset") { Role = ButtonRole.Danger },
            new("Close"),
        ],
        [new(KioskLogic.HostField, state.HostTyped)]);

    private static Panel Question(string device, string title, string text) =>
        Screen(device, title, [text], new("Yes"), new("No")) with { Shape = PanelShape.Dialog };

    private static Panel Screen(string device, string title, IReadOnlyList<PanelText> texts, params IReadOnlyList<PanelButton> buttons) =>
        Panel.Of(device, title, texts, buttons, []);
}

/// <summary>The texts of a terminal. The Terminal trust troubleshooting guide has the VPN error; the others are the lab's.</summary>
public static class KioskTexts
{
    /// <summary>The VPN configuration was probably not generated.</summary>
    public const string VpnError = "VPN connection error";

    /// <summary>The normal screen.</summary>
    public const string InService = "This terminal is in service.";

    /// <summary>In the queue for an upgrade.</summary>
    public const string Waits = "Waiting for its turn.";

    /// <summary>"Error 513: server not reachable, timeout".</summary>
    public static PanelText Error(ErrorBits bits)
    {
        var set = Enum.GetValues<ErrorBits>().Where(b => b != ErrorBits.None && bits.HasFlag(b));
        return new($"Error {(int)bits}: {string.Join(", ", set.Select(TextOf))}", TextRole.Bad);
    }

    /// <summary>"Pairing code: AB12-…", its label and its pieces apart.</summary>
    public static PanelText PairingCode(string code) => PanelText.Of(
        TextRole.Code,
        [
            "Pairing code: ",
            .. Fingerprint.Pieces(code).Select((p, i) => new PanelText(i < Fingerprint.PieceCount - 1 ? $"{p}-" : p)),
        ]);

    /// <summary>"25 %".</summary>
    public static PanelText Progress(KioskUpgrade upgrade)
    {
        var percent = upgrade.Total == 0 ? 0 : 100 * upgrade.Received / upgrade.Total;
        return PanelText.Of(TextRole.Progress, $"{percent}", " %");
    }

    private static string TextOf(ErrorBits bit) => bit switch
    {
        ErrorBits.NotReachable => "server not reachable",
        ErrorBits.Rejected => "connection rejected",
        ErrorBits.Timeout => "timeout",
        ErrorBits.CertificateMismatch => "server certificate mismatch",
        ErrorBits.TlsError => "TLS error",
        _ => "unknown network error",
    };
}
