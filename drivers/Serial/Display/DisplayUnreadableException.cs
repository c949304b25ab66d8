namespace PairingLab.Drivers.Serial;

/// <summary>A display could not be read; the message says what was seen of it instead.</summary>
public sealed class DisplayUnreadableException(string message, DisplayDiagnosis diagnosis) : Exception(message)
{
    /// <summary>The counts behind the message.</summary>
    public DisplayDiagnosis Diagnosis { get; } = diagnosis;
}
