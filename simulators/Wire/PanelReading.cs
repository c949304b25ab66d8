using System.Text.Json.Serialization;

namespace PairingLab.Wire;

/// <summary>What a device or page shows at one moment, in the shape of <c>GET /lab/devices/{id}/panel</c>.</summary>
public sealed record PanelReading(
    string Device,
    string Title,
    IReadOnlyList<string> Texts,
    IReadOnlyList<ButtonReading> Buttons,
    IReadOnlyList<FieldReading> Fields)
{
    /// <summary>The header with the panel's version: a number that differs after every change.</summary>
    public const string VersionHeader = "Panel-Version";

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

/// <summary>A button as seen: its name and whether it can be pressed.</summary>
public sealed record ButtonReading(string Name, bool Enabled);

/// <summary>A field as seen: its label, what stands in it, and whether it takes input.</summary>
public sealed record FieldReading(string Name, string Value, bool Enabled);

/// <summary>Body of <c>POST /lab/devices/{id}/press</c>.</summary>
/// <param name="Button">The button.</param>
/// <param name="Until">The answer waits until the panel shows this: in its title or a text, or as a button that can be pressed.</param>
/// <param name="Timeout">How long that is waited for, in seconds of real time.</param>
public sealed record PressRequest(
    string? Button,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Until = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Timeout = null);

/// <summary>Body of <c>POST /lab/devices/{id}/enter</c>.</summary>
public sealed record EnterRequest(string? Field, string? Text);
