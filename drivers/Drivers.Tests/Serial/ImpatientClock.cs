namespace PairingLab.Drivers.Serial;

/// <summary>
/// A clock on which every wait is over at once and is counted as if it had passed; after so much of it something happens, and from then
/// on it is the system's.
/// </summary>
internal sealed class ImpatientClock(TimeSpan until, Action happens) : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _waited;

    public override long GetTimestamp()
    {
        lock (_gate) { return System.GetTimestamp() + (long)(_waited.TotalSeconds * TimestampFrequency); }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (_waited >= until)
            {
                return System.CreateTimer(callback, state, dueTime, period);
            }

            if (_waited + dueTime < until)
            {
                _waited += dueTime;
                return System.CreateTimer(callback, state, TimeSpan.Zero, period);
            }

            // In the middle of this wait, which sees it and of which the rest is still to come.
            _waited = until;
            happens();
            return System.CreateTimer(callback, state, dueTime, period);
        }
    }
}
