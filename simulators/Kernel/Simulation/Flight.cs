using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Simulation;

/// <summary>
/// A request on its way. It belongs to the instant at which it was sent: a stepped clock waits for its answer, unless the cable makes it
/// take lab time or it is said that it may take any.
/// </summary>
public sealed class Flight<TReply> : IDisposable
{
    private readonly CancellationTokenSource callBack = new();
    private readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LabClock clock;
    private readonly string what;
    private readonly Action<Flight<TReply>, TReply> tell;
    private readonly IDisposable underWay;
    private readonly ITimer? limit;
    private IDisposable? ending;
    private volatile bool isOver;

    /// <summary>Sets out.</summary>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="underWay">What holds the clock meanwhile; let go of with the flight, or when lab time may pass.</param>
    /// <param name="clock">By whose time the patience runs out.</param>
    /// <param name="patience">How long an answer is waited for; null for ever.</param>
    /// <param name="tell">Takes what comes before the last answer.</param>
    public Flight(string what, IDisposable underWay, LabClock clock, TimeSpan? patience, Action<Flight<TReply>, TReply> tell)
    {
        (this.what, this.underWay, this.clock, this.tell) = (what, underWay, clock, tell);
        limit = patience is { } span ? clock.CreateTimer(_ => GiveUp(), null, span, Timeout.InfiniteTimeSpan) : null;
    }

    /// <summary>
    /// Nobody waits for the answer any more: the patience has run out, the state wants something else, or the power is gone.
    /// </summary>
    public CancellationToken CalledBack => callBack.Token;

    /// <summary>Answers that could not be kept, since the disk was full: they are taken when it has room again.</summary>
    internal Queue<(TReply Reply, bool IsLast)> Answers { get; } = new();

    /// <summary>Ends with the request, or when lab time may pass before its answer.</summary>
    internal Task Settled => settled.Task;

    /// <summary>The device's own machine answers: a press waits for it.</summary>
    internal bool IsOwn { get; init; }

    /// <summary>It could not be done, since the disk was full: it is sent again when there may be room.</summary>
    internal bool IsToBeSentAgain { get; set; }

    /// <summary>Tells the device something before the last answer: what a link has heard.</summary>
    public void Tell(TReply reply) => tell(this, reply);

    /// <summary>The other side answers when it has something to say (a long poll): lab time passes meanwhile.</summary>
    public void LetTimePass()
    {
        underWay.Dispose();
        settled.TrySetResult();
    }

    /// <summary>The link is up, and stays up: lab time passes, and no patience runs out.</summary>
    public void Establish()
    {
        limit?.Dispose();
        LetTimePass();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        isOver = true;
        limit?.Dispose();
        LetTimePass();
        ReleaseClock();
    }

    /// <summary>Not inline: who calls back may hold the device's lock, which the request's end wants.</summary>
    internal void CallBack() => _ = callBack.CancelAsync();

    private void GiveUp()
    {
        // The clock waits until the request has ended, or what follows from it would come at a later time.
        ending = clock.Hold($"calling back: {what}");
        callBack.Cancel();
        if (isOver)
        {
            ReleaseClock();
        }
    }

    private void ReleaseClock() => Interlocked.Exchange(ref ending, null)?.Dispose();
}
