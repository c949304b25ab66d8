using PairingLab.Sci.Core;
using PairingLab.Sci.Core.Events;

namespace PairingLab.Sci.Service;

/// <summary>What SCI answers to a command.</summary>
/// <param name="Events">All that happened, a refusal among it.</param>
public sealed record SciAnswer(IReadOnlyList<ISciEvent> Events)
{
    /// <summary>Why it was refused; null when it was not.</summary>
    public Refusal? Refusal => Events.OfType<Refused>().FirstOrDefault()?.Reason;
}
