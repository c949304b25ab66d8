using PairingLab.SmartConnect.Core;
using PairingLab.SmartConnect.Core.Events;

namespace PairingLab.SmartConnect.Service;

/// <summary>What came of a command.</summary>
public sealed record SmartConnectAnswer(IReadOnlyList<ISmartConnectEvent> Events)
{
    /// <summary>Why it was refused; null when it was done.</summary>
    public Refusal? Refusal => Events.OfType<Refused>().FirstOrDefault()?.Reason;

    /// <summary>The one event of a kind.</summary>
    public T The<T>()
        where T : ISmartConnectEvent => Events.OfType<T>().Last();
}
