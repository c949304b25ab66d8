namespace PairingLab.Drivers.Tags;

/// <summary>True when its part is not.</summary>
internal sealed record Not(TagExpression Part) : TagExpression
{
    public override bool Matches(IReadOnlySet<string> tags) => !Part.Matches(tags);

    internal override IEnumerable<string> Tags() => Part.Tags();

    internal override string Filter(bool wanted) => Part.Filter(!wanted);
}
