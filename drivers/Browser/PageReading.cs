namespace PairingLab.Drivers.Browser;

/// <summary>What <see cref="PanelScript.Read"/> gives; read from its JSON.</summary>
internal sealed class PageReading
{
    public string Title { get; set; } = "";

    public string[] Texts { get; set; } = [];

    public PageButton[] Buttons { get; set; } = [];

    public PageField[] Fields { get; set; } = [];

    /// <summary>Whether a modal dialog is open: then only its buttons and fields are offered.</summary>
    public bool Modal { get; set; }

    public PanelReading Panel(string device) => new(
        device,
        Title,
        Texts,
        [.. Buttons.Select(b => new ButtonReading(b.Name, b.Enabled))],
        [.. Fields.Select(f => new FieldReading(f.Name, f.Value, f.Enabled))]);
}

/// <summary>A button of a <see cref="PageReading"/>.</summary>
internal sealed class PageButton
{
    public string Name { get; set; } = "";

    public bool Enabled { get; set; }
}

/// <summary>A field of a <see cref="PageReading"/>.</summary>
internal sealed class PageField
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";

    public bool Enabled { get; set; }
}
