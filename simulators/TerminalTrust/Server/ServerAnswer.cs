using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Core.Events;

namespace PairingLab.TerminalTrust.Server;

/// <summary>What came of a command.</summary>
public sealed record ServerAnswer(IReadOnlyList<IServerEvent> Events)
{
    /// <summary>Why it was not done; null when it was.</summary>
    public Refusal? Refusal => Events.OfType<Refused>().FirstOrDefault()?.Reason;

    /// <summary>The event of that kind.</summary>
    public T The<T>()
        where T : IServerEvent => Events.OfType<T>().Last();
}
