using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Html;

/// <summary>What stood on each device's panel when a scenario failed.</summary>
internal static class LastPanels
{
    public static IReadOnlyList<PanelSeen> Of(ScenarioEvidence scenario) =>
    [
        .. scenario.Steps.SelectMany(s => s.Seen).Concat(scenario.Around).OfType<PanelSeen>()
            .OrderBy(p => p.Wall)
            .GroupBy(p => p.Device)
            .Select(p => p.Last()),
    ];
}
