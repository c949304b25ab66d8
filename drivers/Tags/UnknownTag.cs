namespace PairingLab.Drivers.Tags;

/// <summary>A tag that no scenario carries, and the known one it was probably meant to be, or null.</summary>
public sealed record UnknownTag(string Tag, string? Nearest)
{
    /// <summary>One line for the person who typed it.</summary>
    public override string ToString() =>
        Nearest is null ? $"no scenario is tagged {Tag}" : $"no scenario is tagged {Tag}; did you mean {Nearest}?";
}
