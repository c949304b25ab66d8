using System.Text.Json;
using PairingLab.Drivers.Words;

namespace PairingLab.Drivers.Bench;

/// <summary>
/// An object of a bench file whose properties are read one after the other, so that the first mistake is the first in the file.
/// </summary>
internal sealed class BenchObject
{
    // "$comment" is for people, anywhere; "$schema" is for editors.
    private static readonly string[] ForOthers = ["$comment", "$schema"];

    private readonly BenchNode node;
    private readonly HashSet<string> seen = [];

    private BenchObject(BenchNode node) => this.node = node;

    /// <summary>Gives each property to <paramref name="take"/>, in order; names not known or given twice are mistakes.</summary>
    public static BenchObject Read(BenchNode node, IReadOnlyList<string> known, Action<BenchProperty> take)
    {
        var found = new BenchObject(BenchValue.OfType(node, JsonValueKind.Object));
        foreach (var property in node.Children.Where(p => found.IsOurs(p, known)))
        {
            take(property);
        }

        return found;
    }

    /// <summary>A mistake when the object lacks this property; <paramref name="right"/> says what belongs there.</summary>
    public void Needs(string name, string right)
    {
        if (!seen.Contains(name))
        {
            throw node.Place.Mistake($"\"{name}\" is missing: {right}");
        }
    }

    /// <summary>A mistake when the object has this property, which <paramref name="belongs"/> says where it would belong.</summary>
    public void HasNo(string name, string belongs)
    {
        if (node.Children.FirstOrDefault(p => p.Name == name) is { } property)
        {
            throw property.Place.Mistake($"\"{name}\" is only for {belongs}");
        }
    }

    private bool IsOurs(BenchProperty property, IReadOnlyList<string> known)
    {
        if (property.Name == ForOthers[0] || (property.Name == ForOthers[1] && node.Place.Path.Length == 0))
        {
            return false;
        }

        if (known.Count > 0 && !known.Contains(property.Name))
        {
            throw property.Place.Mistake(
                $"unknown property '{property.Name}'{DidYouMean.Hint(property.Name, known)}; there are: {string.Join(", ", known)}");
        }

        return seen.Add(property.Name) ? true : throw property.Place.Mistake($"'{property.Name}' is given twice");
    }
}
