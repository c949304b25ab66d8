namespace PairingLab.Sci.Core;

/// <summary>Something that happened in SCI.</summary>
public interface ISciEvent
{
    /// <summary>The terminal whose screen may show it; null when it is nobody's.</summary>
    string? Terminal { get; }
}
