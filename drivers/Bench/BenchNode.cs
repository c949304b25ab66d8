using System.Text.Json;

namespace PairingLab.Drivers.Bench;

/// <summary>A value of a bench file that knows its place, which System.Text.Json's documents don't.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Text">A string's text, or any other value as written.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Children">An object's properties, or an array's items (named by nothing).</param>
internal sealed record BenchNode(JsonValueKind Type, string Text, BenchPlace Place, IReadOnlyList<BenchProperty> Children)
{
    /// <summary>Where the value of a property stands, which must be there.</summary>
    public BenchPlace PlaceOf(string name) => Children.First(c => c.Name == name).Value.Place;
}
