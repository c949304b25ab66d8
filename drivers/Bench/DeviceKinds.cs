namespace PairingLab.Drivers.Bench;

/// <summary>The kinds of device a bench can hold, as bench files and the lab's directory write them.</summary>
public static class DeviceKinds
{
    /// <summary>A Commander's two-digit display.</summary>
    public const string CommanderDisplay = "commander-display";

    /// <summary>Where a Commander's site is configured.</summary>
    public const string ConfigurationClient = "configuration-client";

    /// <summary>A point-of-sale workstation.</summary>
    public const string PosWorkstation = "pos-workstation";

    /// <summary>An EFTPOS terminal of SCI.</summary>
    public const string EftposTerminal = "eftpos-terminal";

    /// <summary>A POS that pairs through SCI.</summary>
    public const string SciPos = "sci-pos";

    /// <summary>Every kind.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        CommanderDisplay, ConfigurationClient, PosWorkstation, EftposTerminal, SciPos,
        "payment-device", "register", "kiosk-terminal", "cas", "macs-device",
    ];

    /// <summary>The pairing system that a kind belongs to, as the directory and the tags of scenarios name it.</summary>
    public static string System(string kind) => kind switch
    {
        CommanderDisplay or ConfigurationClient or PosWorkstation => "commander",
        EftposTerminal or SciPos => "sci",
        "payment-device" or "register" => "smartconnect",
        "kiosk-terminal" or "cas" => "terminal-trust",
        _ => "access-control",
    };

    /// <summary>The models of a kind, the usual one first; empty when the kind has no models.</summary>
    public static IReadOnlyList<string> Models(string kind) => kind switch
    {
        CommanderDisplay => ["Commander", "RubyCi", "Commander 16"],
        PosWorkstation => ["Topaz", "Ruby2", "C18"],
        _ => [],
    };
}
