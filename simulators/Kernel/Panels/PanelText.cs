namespace PairingLab.Kernel.Panels;

/// <summary>A text of a panel with what a view needs to draw it. Clients of the wire see the text alone.</summary>
/// <param name="Text">The text as it is read.</param>
/// <param name="Role">What the text is for.</param>
public sealed record PanelText(string Text, TextRole Role = TextRole.Plain)
{
    /// <summary>The parts of the text that a view draws apart, such as the cells of a row; empty when it is drawn as one.</summary>
    public IReadOnlyList<PanelText> Parts { get; private init; } = [];

    /// <summary>The names of the buttons that belong to a row.</summary>
    public IReadOnlyList<string> Buttons { get; private init; } = [];

    /// <summary>A plain text.</summary>
    public static implicit operator PanelText(string text) => new(text);

    /// <summary>A text of several parts, one after the other.</summary>
    public static PanelText Of(TextRole role, params IReadOnlyList<PanelText> parts) =>
        new(string.Concat(parts.Select(p => p.Text)), role) { Parts = parts };

    /// <summary>A row of a list: its parts are the cells, and its text has commas between them.</summary>
    public static PanelText Row(IReadOnlyList<PanelText> cells, params IReadOnlyList<string> buttons) =>
        new(string.Join(", ", cells.Select(c => c.Text)), TextRole.Row) { Parts = cells, Buttons = buttons };
}

/// <summary>What a text on a panel is for; each view decides how that looks.</summary>
public enum TextRole
{
    /// <summary>Simply to be read.</summary>
    Plain,

    /// <summary>A row of a list.</summary>
    Row,

    /// <summary>A remark on the page or on a list.</summary>
    Note,

    /// <summary>A code that people compare or copy.</summary>
    Code,

    /// <summary>A state that needs no attention.</summary>
    State,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>Something is wrong.</summary>
    Bad,

    /// <summary>Something waits for a person.</summary>
    Attention,

    /// <summary>A progress; its first part is the number of percent.</summary>
    Progress,

    /// <summary>A sum of money; its last part is the sum when it has parts.</summary>
    Amount,

    /// <summary>What several sums come to; parts as those of an amount.</summary>
    Total,

    /// <summary>Several lines as they are printed.</summary>
    Receipt,

    /// <summary>A mark, such as a lock, that a view may draw as a picture.</summary>
    Mark,
}
