namespace PairingLab.Drivers.Panels;

/// <summary>What a device or page shows at one moment, in the shape of <c>GET /lab/devices/{id}/panel</c>.</summary>
public sealed record PanelReading(
    string Device,
    string Title,
    IReadOnlyList<string> Texts,
    IReadOnlyList<ButtonReading> Buttons,
    IReadOnlyList<FieldReading> Fields)
{
    /// <summary>True when the title or any text says this, letter for letter, alone or inside a longer text.</summary>
    public bool Says(string text) =>
        Title.Contains(text, StringComparison.Ordinal) || Texts.Any(t => t.Contains(text, StringComparison.Ordinal));

    /// <summary>The button of that name, or null.</summary>
    public ButtonReading? Button(string name) => Buttons.FirstOrDefault(b => b.Name == name);

    /// <summary>The field of that name, or null.</summary>
    public FieldReading? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary>One line that tells a reader of a failed step what was on the screen.</summary>
    public override string ToString() =>
        $"{Device} shows '{Title}': {string.Join(" | ", Texts)} "
        + $"buttons [{string.Join(", ", Buttons.Select(b => b.Enabled ? b.Name : $"({b.Name})"))}] "
        + $"fields [{string.Join(", ", Fields.Select(f => f.Name))}]";
}
