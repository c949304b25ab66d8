using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Browser;

/// <summary>Refuses what isn't on the panel, in the words the wire uses.</summary>
internal static class PanelRules
{
    public static void CanPress(PanelReading panel, string button) =>
        Check(panel, "button", button, panel.Buttons.Select(b => (b.Name, b.Enabled)).ToList());

    public static void CanEnter(PanelReading panel, string field) =>
        Check(panel, "field", field, panel.Fields.Select(f => (f.Name, f.Enabled)).ToList());

    private static void Check(PanelReading panel, string sort, string name, List<(string Name, bool Enabled)> all)
    {
        if (!all.Contains((name, true)))
        {
            var others = string.Join(", ", all.Select(a => a.Name));
            throw new PanelRefusedException(all.Contains((name, false))
                ? $"{panel.Device}: {sort} '{name}' is dead; panel: {panel}"
                : $"{panel.Device}: no {sort} '{name}'; there are: {(others.Length == 0 ? "none" : others)}");
        }
    }
}
