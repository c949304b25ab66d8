namespace PairingLab.Kernel.Panels;

/// <summary>
/// What a device shows and offers at one moment: the one model behind its page and its JSON (<see cref="PanelReading"/>).
/// </summary>
public sealed record Panel(
    string Device,
    string Title,
    IReadOnlyList<string> Texts,
    IReadOnlyList<PanelButton> Buttons,
    IReadOnlyList<PanelField> Fields)
{
    /// <summary>How it looks to a person.</summary>
    public PanelShape Shape { get; init; }

    /// <summary>The texts with what a view needs to draw them.</summary>
    public IReadOnlyList<PanelText> Lines
    {
        get => field ?? [.. Texts.Select(t => new PanelText(t))];
        private init;
    }

    /// <summary>A panel whose texts have roles.</summary>
    public static Panel Of(
        string device,
        string title,
        IReadOnlyList<PanelText> lines,
        IReadOnlyList<PanelButton> buttons,
        IReadOnlyList<PanelField> fields) =>
        new(device, title, [.. lines.Select(l => l.Text)], buttons, fields) { Lines = lines };

    /// <summary>A panel of a device without power: dark, nothing to press.</summary>
    public static Panel Dark(string device) => new(device, "", [], [], []);

    /// <summary>The panel with one more text below the others.</summary>
    public Panel With(PanelText line) => this with { Texts = [.. Texts, line.Text], Lines = [.. Lines, line] };

    /// <summary>Whether a person sees no difference.</summary>
    public bool LooksLike(Panel other) =>
        Device == other.Device && Title == other.Title && Shape == other.Shape
        && Texts.SequenceEqual(other.Texts, StringComparer.Ordinal)
        && Buttons.SequenceEqual(other.Buttons)
        && Fields.SequenceEqual(other.Fields);

    /// <summary>The panel as it may leave the device: password fields say nothing of what stands in them.</summary>
    public Panel WithoutSecrets() => this with
    {
        Fields = [.. Fields.Select(f => f.Secret ? f with { Value = new string('•', f.Value.Length) } : f)],
    };
}
