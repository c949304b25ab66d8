namespace PairingLab.Drivers.Tags;

/// <summary>True when both parts are.</summary>
internal sealed record And(TagExpression Left, TagExpression Right) : TagExpression
{
    public override bool Matches(IReadOnlySet<string> tags) => Left.Matches(tags) && Right.Matches(tags);

    internal override IEnumerable<string> Tags() => Left.Tags().Concat(Right.Tags());

    // De Morgan: not (a and b) is (not a) or (not b).
    internal override string Filter(bool wanted) => $"({Left.Filter(wanted)}{(wanted ? '&' : '|')}{Right.Filter(wanted)})";
}
