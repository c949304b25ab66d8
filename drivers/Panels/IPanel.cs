namespace PairingLab.Drivers.Panels;

/// <summary>How a scenario works a device: the same four acts whether a simulator, a browser page or a person answers.</summary>
public interface IPanel
{
    /// <summary>The device's id on the bench.</summary>
    string Device { get; }

    /// <summary>Reads what is shown now.</summary>
    Task<PanelReading> ReadAsync(CancellationToken cancel = default);

    /// <summary>Presses a button. Throws <see cref="PanelRefusedException"/> when there is none of that name or it is dead.</summary>
    Task<PanelReading> PressAsync(string button, CancellationToken cancel = default);

    /// <summary>Types into a field. Throws <see cref="PanelRefusedException"/> when there is none of that name or it is dead.</summary>
    Task<PanelReading> EnterAsync(string field, string text, CancellationToken cancel = default);

    /// <summary>Waits until the panel meets a condition; lab time may pass meanwhile. Throws <see cref="PanelTimeoutException"/> with what was last seen.</summary>
    /// <param name="condition">What must be true of the reading.</param>
    /// <param name="what">The condition in words, for the message.</param>
    /// <param name="limit">How long, in lab time; null for the bench's usual patience.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<PanelReading> WaitUntilAsync(
        Func<PanelReading, bool> condition, string what, TimeSpan? limit = null, CancellationToken cancel = default);

    /// <summary>Whether the panel meets a condition now, where more than one thing may be right.</summary>
    async Task<bool> ShowsAsync(Func<PanelReading, bool> condition, string what, CancellationToken cancel = default) =>
        condition(await ReadAsync(cancel));

    /// <summary>Waits until the panel shows a value, and gives it. Throws <see cref="PanelTimeoutException"/> with what was last seen.</summary>
    /// <param name="find">The value in a reading; null while it is not there.</param>
    /// <param name="what">The value in words.</param>
    /// <param name="cancel">Ends the wait.</param>
    async Task<string> TellAsync(Func<PanelReading, string?> find, string what, CancellationToken cancel = default)
    {
        var value = "";
        await WaitUntilAsync(p => find(p) is { } found && (value = found) is not null, what, null, cancel);
        return value;
    }
}
