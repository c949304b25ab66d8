namespace PairingLab.Sci.Core.Events;

/// <summary>The command was refused; nothing changed by it.</summary>
public sealed record Refused(Refusal Reason) : ISciEvent
{
    /// <inheritdoc />
    public string? Terminal => null;
}
