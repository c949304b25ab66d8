namespace PairingLab.Drivers.Tags;

/// <summary>A tag expression that can't be read; the message is one line with the position (1-based) of the mistake.</summary>
public sealed class TagExpressionException(string expression, int position, string mistake)
    : Exception($"tags \"{expression}\", position {position}: {mistake}")
{
    /// <summary>Where the mistake is: 1 is the first character.</summary>
    public int Position { get; } = position;
}
