namespace PairingLab.Drivers.Tags;

/// <summary>True when either part is.</summary>
internal sealed record Or(TagExpression Left, TagExpression Right) : TagExpression
{
    public override bool Matches(IReadOnlySet<string> tags) => Left.Matches(tags) || Right.Matches(tags);

    internal override IEnumerable<string> Tags() => Left.Tags().Concat(Right.Tags());

    // De Morgan: not (a or b) is (not a) and (not b).
    internal override string Filter(bool wanted) => $"({Left.Filter(wanted)}{(wanted ? '|' : '&')}{Right.Filter(wanted)})";
}
