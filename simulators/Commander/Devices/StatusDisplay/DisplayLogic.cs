using PairingLab.Commander.Core;
using PairingLab.Commander.Service;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;

namespace PairingLab.Commander.Devices.StatusDisplay;

/// <summary>What a Commander shows: it is a box with a power switch and a status display of two digits.</summary>
/// <param name="At">The time of what it shows: the pairs of an OTP take turns.</param>
public sealed record DisplayState(DateTimeOffset At)
{
    /// <summary>The OTP on the display; null when it is dark.</summary>
    public SiteOtp? Otp { get; init; }

    /// <summary>The software is being re-loaded: nothing works until that is done.</summary>
    public bool IsReloading { get; init; }

    /// <summary>The pairing fails in Auto Upgrades.</summary>
    public bool FailsUpgrades { get; init; }
}

/// <summary>
/// A Commander's status display and its one button. What the Commander itself knows is on its own disk; the display has nothing to keep.
/// </summary>
public sealed class DisplayLogic(DeviceInfo info, CommanderSettings settings) : IDeviceLogic<DisplayState, DisplayRequest, DisplayReply>
{
    /// <summary>The lab's own button: the Commander is replaced, or its software re-loaded.</summary>
    public const string Reload = "Re-load software";

    /// <summary>The lab's own button: from now on the pairing fails in Auto Upgrades.</summary>
    public const string FailUpgrades = "Fail pairing in Auto Upgrade";

    /// <summary>The lab's own button: it succeeds again.</summary>
    public const string LetUpgradesSucceed = "Let pairing succeed in Auto Upgrade";

    private static readonly PanelButton ReloadButton = new(Reload)
    {
        Asks = "Re-load the Commander's software? It forgets every pairing, and all POS Workstations must be paired again.",
    };

    /// <inheritdoc />
    public DisplayState Boot(DeviceDisk disk, DateTimeOffset now) =>
        new(now) { FailsUpgrades = settings.PairingFailsInAutoUpgrade };

    /// <inheritdoc />
    public IEnumerable<KeyValuePair<string, object?>> Memory(DisplayState state) => [];

    /// <inheritdoc />
    public Panel Show(DisplayState state)
    {
        if (state.IsReloading)
        {
            return Panel.Dark(info.Id);
        }

        var lit = DisplayFrame.Read(state.Otp, state.At, settings.PairStays);
        var upgrades = state.FailsUpgrades ? LetUpgradesSucceed : FailUpgrades;
        return new(info.Id, info.Model, lit.Length == 0 ? [] : [lit], [ReloadButton, new(upgrades)], []);
    }

    /// <inheritdoc />
    public DisplayState Press(DisplayState state, string button, DateTimeOffset now) => button switch
    {
        Reload => state with { IsReloading = true },
        FailUpgrades => state with { FailsUpgrades = true },
        LetUpgradesSucceed => state with { FailsUpgrades = false },
        _ => state,
    };

    /// <inheritdoc />
    public IEnumerable<DisplayRequest> Wants(DisplayState state) =>
    [
        DisplayRequest.Watch,
        .. state.IsReloading ? [DisplayRequest.Reload] : Array.Empty<DisplayRequest>(),
        state.FailsUpgrades ? DisplayRequest.WithholdTrust : DisplayRequest.GiveTrust,
    ];

    /// <inheritdoc />
    public DisplayState Receive(DisplayState state, DisplayRequest asked, DisplayReply reply, DateTimeOffset now) =>
        state with { At = now, Otp = reply.Otp, IsReloading = state.IsReloading && asked != DisplayRequest.Reload };

    /// <inheritdoc />
    public Pulse? NextPulse(DisplayState state) => state.Otp is { } otp
        ? new(otp.ShownAt + (settings.PairStays * (Math.Floor((state.At - otp.ShownAt) / settings.PairStays) + 1)), settings.PairStays)
        : null;

    /// <inheritdoc />
    public DisplayState Due(DisplayState state, DateTimeOffset now) => state with { At = now };
}
