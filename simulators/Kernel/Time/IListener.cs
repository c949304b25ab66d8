namespace PairingLab.Kernel.Time;

/// <summary>Somebody who expects to hear others again and again, and does something when one of them falls silent.</summary>
public interface IListener
{
    /// <summary>Whether everything that is expected has been heard after that time.</summary>
    bool HasHeardAllSince(DateTimeOffset time);

    /// <summary>The clock skips what would have been heard in that span: everything counts as heard so much later.</summary>
    void Skip(TimeSpan span);

    /// <summary>The time set has come: something has been silent for too long.</summary>
    void FallSilent();
}
