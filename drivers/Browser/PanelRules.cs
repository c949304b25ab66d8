using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Browser;

/// <summary>Refuses what isn't on the panel, in the words the wire uses.</summary>
internal static class PanelRules
{
    public static void CanPress(PanelReading panel, string button) => Check(
        panel, "button", button, panel.Buttons.Any(b => b.Name == button && b.Enabled), panel.Button(button) is not null, panel.Buttons.Select(b => b.Name));

    public static void CanEnter(PanelReading panel, string field) => Check(
        panel, "field", field, panel.Fields.Any(f => f.Name == field && f.Enabled), panel.Field(field) is not null, panel.Fields.Select(f => f.Name));

    private static void Check(PanelReading panel, string sort, string name, bool alive, bool there, IEnumerable<string> all)
    {
        if (!alive)
        {
            var others = string.Join(", ", all);
            throw new PanelRefusedException(there
                ? $"{panel.Device}: {sort} '{name}' is dead; panel: {panel}"
                : $"{panel.Device}: no {sort} '{name}'; there are: {(others.Length == 0 ? "none" : others)}");
        }
    }
}
