using Microsoft.Playwright;
using PairingLab.Drivers.Browser;

namespace PairingLab.Drivers.Certification;

/// <summary>
/// Where a part of a POS's page is: by one of label, role with name, text, test id, placeholder or CSS. {nickname}, {pairingId} and {tid}
/// stand for those of the pairing meant.
/// </summary>
public sealed record PosFinder : PlaceOnPage
{
    /// <summary>A field's placeholder, whole.</summary>
    public string? Placeholder { get; init; }

    /// <summary>The which-th of those that match, from 1; 0 for the first that can be seen.</summary>
    public int Nth { get; init; }

    /// <summary>The CSS selector of the frame it is in, frames in frames behind " >> "; null for the description's.</summary>
    public string? Frame { get; init; }

    /// <summary>What is pressed before, in this order, when it can't be seen yet: a menu, the pages of a wizard.</summary>
    public IReadOnlyList<PosFinder> Before { get; init; } = [];

    /// <summary>For a list to choose from: the option's text.</summary>
    public string? Option { get; init; }

    /// <summary>A field that is typed by keys on the page: where the key {key} is.</summary>
    public PosFinder? Keys { get; init; }

    /// <summary>A field that is several boxes, one for each letter: all of them match.</summary>
    public bool Split { get; init; }

    /// <summary>The finder with the placeholders filled in.</summary>
    public PosFinder For(PairingNames? of) => of is null ? this : With(of.In);

    /// <summary>The finder of one key.</summary>
    public PosFinder Key(char key) => With(t => t?.Replace("{key}", key.ToString(), StringComparison.Ordinal));

    /// <summary>As a person would say it.</summary>
    public override string ToString() => (Label is not null ? $"label “{Label}”"
        : TestId is not null ? $"test id “{TestId}”"
        : Placeholder is not null ? $"placeholder “{Placeholder}”"
        : Css is not null ? $"css “{Css}”"
        : Role is not null ? $"{Role} “{Name}”"
        : $"text “{Text}”") + (Nth == 0 ? "" : $", number {Nth}");

    internal override ILocator In(ILocator root, bool wholeText, string testIdAttribute = "data-testid") => Placeholder is { } placeholder
        ? root.GetByPlaceholder(placeholder, new() { Exact = true })
        : base.In(root, wholeText, testIdAttribute);

    private PosFinder With(Func<string?, string?> fill) => this with
    {
        Label = fill(Label),
        Name = fill(Name),
        Text = fill(Text),
        TestId = fill(TestId),
        Placeholder = fill(Placeholder),
        Css = fill(Css),
        Option = fill(Option),
        Before = [.. Before.Select(b => b.With(fill))],
    };
}
