using Microsoft.Playwright;

namespace PairingLab.Drivers.Browser;

/// <summary>A place on a page, as a person finds it: one of label, role with name, text, test id and CSS.</summary>
public record PlaceOnPage
{
    /// <summary>The label of a field, whole.</summary>
    public string? Label { get; init; }

    /// <summary>An ARIA role: "button", "heading", "status".</summary>
    public string? Role { get; init; }

    /// <summary>With a role, its accessible name, whole.</summary>
    public string? Name { get; init; }

    /// <summary>The text itself.</summary>
    public string? Text { get; init; }

    /// <summary>The attribute data-testid, or the one that a description names.</summary>
    public string? TestId { get; init; }

    /// <summary>A CSS selector, where nothing else will do; it reaches into open shadow roots.</summary>
    public string? Css { get; init; }

    internal int Count => new[] { Role, Label, Text, TestId, Css }.Count(t => t is not null);

    /// <summary>All that match, in a page or a frame of it.</summary>
    /// <param name="root">Where it is looked for.</param>
    /// <param name="wholeText">Whether the text must be all that the place says, or a part of it.</param>
    /// <param name="testIdAttribute">The attribute that holds test ids.</param>
    internal virtual ILocator In(ILocator root, bool wholeText, string testIdAttribute = "data-testid") => this switch
    {
        { Label: { } label } => Labelled(root, label),
        { TestId: { } id } => root.Locator($"css=[{testIdAttribute}=\"{id.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]"),
        { Css: { } css } => root.Locator($"css={css}"),
        { Text: { } text } => root.GetByText(text, new() { Exact = wholeText }),
        _ => root.GetByRole(RoleOf(Role!), new() { Name = Name, Exact = Name is null ? null : true }),
    };

    // A label around a list has the options among its text, the list's own name has not.
    private static ILocator Labelled(ILocator root, string label) => root.GetByLabel(label, new() { Exact = true })
        .Or(root.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true }));

    private static AriaRole RoleOf(string role) => Enum.TryParse<AriaRole>(role, ignoreCase: true, out var known)
        ? known
        : throw new InvalidDataException($"'{role}' is not an ARIA role, such as button, heading or status");
}
