using System.Text.Json.Serialization;

namespace PairingLab.Kernel.Panels;

/// <summary>
/// What a device shows and offers at one moment: the one model behind its page and its JSON
/// (<c>GET /lab/devices/{id}/panel</c>).
/// </summary>
public sealed record Panel(
    string Device,
    string Title,
    IReadOnlyList<string> Texts,
    IReadOnlyList<PanelButton> Buttons,
    IReadOnlyList<PanelField> Fields)
{
    /// <summary>How it looks to a person.</summary>
    [JsonIgnore]
    public PanelShape Shape { get; init; }

    /// <summary>A panel of a device without power: dark, nothing to press.</summary>
    public static Panel Dark(string device) => new(device, "", [], [], []);

    /// <summary>The panel as it may leave the device: password fields say nothing of what stands in them.</summary>
    public Panel WithoutSecrets() => this with
    {
        Fields = [.. Fields.Select(f => f.Secret ? f with { Value = new string('•', f.Value.Length) } : f)],
    };
}
