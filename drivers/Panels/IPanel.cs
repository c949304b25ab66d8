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

    /// <summary>
    /// Waits until the panel meets a condition; lab time may pass meanwhile. Throws <see cref="PanelTimeoutException"/> with what was
    /// last seen.
    /// </summary>
    /// <param name="condition">What must be true of the reading.</param>
    /// <param name="what">The condition in words, for the message.</param>
    /// <param name="limit">How long, in lab time; null for the bench's usual patience.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<PanelReading> WaitUntilAsync(
        Func<PanelReading, bool> condition, string what, TimeSpan? limit = null, CancellationToken cancel = default);

    /// <summary>Whether the panel meets a condition now, where more than one thing may be right.</summary>
    async Task<bool> ShowsAsync(Func<PanelReading, bool> condition, string what, CancellationToken cancel = default) =>
        condition(await ReadAsync(cancel));

    /// <summary>
    /// Waits for what must be there before the next act can be done, and proves nothing: who acts by hand is not asked.
    /// </summary>
    Task<PanelReading> SettleAsync(
        Func<PanelReading, bool> condition, string what, TimeSpan? limit = null, CancellationToken cancel = default) =>
        WaitUntilAsync(condition, what, limit, cancel);

    /// <summary>Which of several the panel shows now, in words; null for none.</summary>
    async Task<string?> WhichAsync(IReadOnlyList<PanelChoice> choices, CancellationToken cancel = default)
    {
        var reading = await ReadAsync(cancel);
        return choices.FirstOrDefault(c => c.Condition(reading))?.What;
    }

    /// <summary>Has somebody at the device do what has neither button nor field; only a person can.</summary>
    Task AskToAsync(string act, CancellationToken cancel = default) =>
        throw new NotSupportedException($"{Device}: nobody is there to {act}");

    /// <summary>A value that the panel shows now; null when it does not.</summary>
    async Task<string?> TryTellAsync(Func<PanelReading, string?> find, string what, CancellationToken cancel = default) =>
        find(await ReadAsync(cancel));

    /// <summary>
    /// Waits until the panel shows a value, and gives it. Throws <see cref="PanelTimeoutException"/> with what was last seen.
    /// </summary>
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

/// <summary>One of several things that a panel may show.</summary>
/// <param name="What">In words.</param>
/// <param name="Condition">What is true of a reading then.</param>
public sealed record PanelChoice(string What, Func<PanelReading, bool> Condition);

/// <summary>The panel has no such button or field, or it is dead; the message names those that are there.</summary>
public sealed class PanelRefusedException(string message) : Exception(message);

/// <summary>A panel did not come to show what was waited for; the message says what was last seen.</summary>
public sealed class PanelTimeoutException(string message) : Exception(message)
{
    /// <summary>What it was to show; null when the message says all.</summary>
    public string? Expected { get; init; }

    /// <summary>What was seen last.</summary>
    public string? Seen { get; init; }
}
