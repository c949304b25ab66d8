using System.Text;

namespace PairingLab.Drivers.Tags;

/// <summary>A single tag, with its '@'.</summary>
internal sealed record Tag(string Name) : TagExpression
{
    private const string Special = "\\()&|=!~";

    public override bool Matches(IReadOnlySet<string> tags) => tags.Contains(Name);

    internal override IEnumerable<string> Tags() => [Name];

    internal override string Filter(bool wanted) => $"Category{(wanted ? "=" : "!=")}{Escaped(Name[1..])}";

    private static string Escaped(string value)
    {
        var text = new StringBuilder();
        foreach (var c in value)
        {
            text.Append(Special.Contains(c) ? "\\" : "").Append(c);
        }

        return text.ToString();
    }
}
