namespace PairingLab.Host.Tests.Pages;

/// <summary>A panel as one text, so that a difference between two can be read.</summary>
internal static class PanelText
{
    public static string Of(PanelReading panel) => string.Join('\n',
    [
        $"title {panel.Title}",
        .. panel.Texts.Select(t => $"text {t}"),
        .. panel.Buttons.Select(b => $"button {b.Name} {(b.Enabled ? "" : "dead")}"),
        .. panel.Fields.Select(f => $"field {f.Name} = '{f.Value}' {(f.Enabled ? "" : "dead")}"),
    ]);
}
