using PairingLab.Commander.Core;
using PairingLab.Commander.Core.Events;

namespace PairingLab.Commander.Controller;

/// <summary>What a Commander answers to a command.</summary>
/// <param name="Events">All that happened, a refusal among it.</param>
public sealed record CommanderAnswer(IReadOnlyList<ICommanderEvent> Events)
{
    /// <summary>Why it was refused; null when it was not.</summary>
    public Refusal? Refusal => Events.OfType<Refused>().FirstOrDefault()?.Reason;

    /// <summary>The event of a kind.</summary>
    public T The<T>()
        where T : ICommanderEvent => Events.OfType<T>().Single();
}
