using PairingLab.Kernel.Panels;

namespace PairingLab.Kernel.Simulation;

/// <summary>
/// What makes a device that device: pure functions of an immutable state. No I/O, no clock, no lock: a
/// <see cref="Device{TState,TRequest,TReply}"/> runs them, one at a time.
/// </summary>
/// <typeparam name="TState">An immutable record with all that the device knows. Equal states look equal.</typeparam>
/// <typeparam name="TRequest">A record for each thing that the device asks of others; with all that is sent,
/// for equal requests are one.</typeparam>
/// <typeparam name="TReply">What comes back.</typeparam>
public interface IDeviceLogic<TState, TRequest, TReply>
    where TState : class
    where TRequest : notnull
{
    /// <summary>What the device knows when it gets power: what its disk says, or what a new one knows.</summary>
    TState Boot(DeviceDisk disk, DateTimeOffset now);

    /// <summary>
    /// The documents that must survive a power cut, by key; a document that is null is removed.
    /// Changes reach the disk before anybody sees them.
    /// </summary>
    IEnumerable<KeyValuePair<string, object?>> Memory(TState state);

    /// <summary>What it shows.</summary>
    Panel Show(TState state);

    /// <summary>The state after a button; the same when the button is not on the screen.</summary>
    TState Press(TState state, string button, DateTimeOffset now);

    /// <summary>The state after a field's text was replaced.</summary>
    TState Type(TState state, string field, string text) => state;

    /// <summary>
    /// What is to be asked, or is being asked, in this state. A request is sent when it turns up here and called back when it is gone
    /// before its answer; one that is still wanted after its answer is sent again at once.
    /// </summary>
    IEnumerable<TRequest> Wants(TState state) => [];

    /// <summary>How long an answer is waited for, in lab time; null for as long as it takes.</summary>
    TimeSpan? Patience(TRequest request) => null;

    /// <summary>
    /// The state after an answer. Answers to what is not wanted any more, or was asked before a power cut, never get here.
    /// </summary>
    TState Receive(TState state, TRequest asked, TReply reply, DateTimeOffset now) => state;

    /// <summary>When time changes something next (<see cref="Due"/>); null when it does not.</summary>
    DateTimeOffset? NextDue(TState state) => null;

    /// <summary>
    /// When the device polls next; null when it does not poll. A clock that jumps far skips polls that nothing depends on.
    /// </summary>
    Pulse? NextPulse(TState state) => null;

    /// <summary>The state after time has passed: everything that is due by now has happened.</summary>
    TState Due(TState state, DateTimeOffset now) => state;
}

/// <summary>Something that is repeated as long as nothing else happens: a poll, a heartbeat.</summary>
/// <param name="At">The next time.</param>
/// <param name="Every">The time from one to the next.</param>
public readonly record struct Pulse(DateTimeOffset At, TimeSpan Every);

/// <summary>How a device reaches others, from power on to power off: HTTP, a socket, a server of the device itself.</summary>
public interface IDeviceClient<in TRequest, TReply> : IAsyncDisposable
{
    /// <summary>Where a terminal program reaches the device (tcp://host:port); null when it can't.</summary>
    string? Remote => null;

    /// <summary>Comes up with power, before the device boots: a server that must listen, say.</summary>
    Task StartAsync() => Task.CompletedTask;

    /// <summary>
    /// Whether the device's own machine answers, at once and without a cable: it makes a key, say, or is a server itself. A press returns
    /// when it has answered, and so does switching on.
    /// </summary>
    bool AnswersItself(TRequest request) => false;

    /// <summary>
    /// Sends a request. No answer is a reply too: exceptions are for bugs. A link is a request that is answered as long as it is up: each
    /// thing heard is told with <see cref="Flight{TReply}.Tell"/>, and it returns when the link is down.
    /// </summary>
    /// <exception cref="Store.StoreException">
    /// A disk of the client's own is full: the request is sent again when there may be room.
    /// </exception>
    Task<TReply> SendAsync(TRequest request, Flight<TReply> flight);
}
