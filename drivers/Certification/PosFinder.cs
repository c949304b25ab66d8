namespace PairingLab.Drivers.Certification;

/// <summary>Where a part of a POS's page is: by one of label, role with name, text, or test id. {nickname}, {pairingId} and {tid} stand for those of the pairing meant.</summary>
public sealed record PosFinder
{
    /// <summary>The label of a field, whole.</summary>
    public string? Label { get; init; }

    /// <summary>An ARIA role, such as "button".</summary>
    public string? Role { get; init; }

    /// <summary>With a role: the accessible name, whole.</summary>
    public string? Name { get; init; }

    /// <summary>A text, or part of one.</summary>
    public string? Text { get; init; }

    /// <summary>The attribute data-testid.</summary>
    public string? TestId { get; init; }

    /// <summary>The finder with the placeholders filled in.</summary>
    public PosFinder For(PairingNames? of) => of is null ? this : this with
    {
        Label = of.In(Label),
        Name = of.In(Name),
        Text = of.In(Text),
        TestId = of.In(TestId),
    };

    /// <summary>As a person would say it.</summary>
    public override string ToString() =>
        Label is not null ? $"label “{Label}”"
        : TestId is not null ? $"test id “{TestId}”"
        : Role is not null ? $"{Role} “{Name}”"
        : $"text “{Text}”";
}
