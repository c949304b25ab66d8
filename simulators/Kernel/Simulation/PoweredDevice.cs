using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Simulation;

/// <summary>
/// A device from the moment it gets power until it loses it. Each boot has an object to itself:
/// an answer that comes too late finds one that has ended.
/// </summary>
internal sealed class PoweredDevice<TState, TRequest, TReply> : IAsyncDisposable
    where TState : class
    where TRequest : notnull
{
    /// <summary>How long it is until a full disk is tried again, if nobody touches the device before; lab time.</summary>
    private static readonly TimeSpan StoreMayRecoverIn = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly IDeviceLogic<TState, TRequest, TReply> logic;
    private readonly IDeviceClient<TRequest, TReply> client;
    private readonly Cable cable;
    private readonly LabClock clock;
    private readonly Action changed;
    private readonly DeviceDisk disk;
    private readonly Dictionary<TRequest, Flight<TReply>> flights = [];
    private readonly DueTimer due;
    private readonly DueTimer pulse;
    private readonly ITimer retry;
    private TState state;
    private string? diskTrouble;
    private bool ended;

    /// <summary>Boots.</summary>
    /// <exception cref="StoreException">The disk can't be read, or a new device can't write what it must keep.</exception>
    public PoweredDevice(
        IDeviceLogic<TState, TRequest, TReply> logic,
        IDeviceClient<TRequest, TReply> client,
        Cable cable,
        LabClock clock,
        ILabStore store,
        Action changed)
    {
        (this.logic, this.client, this.cable, this.clock, this.changed) = (logic, client, cable, clock, changed);
        disk = new(store);
        state = logic.Boot(disk, clock.GetUtcNow());
        disk.Save(logic.Memory(state));
        due = new(clock, isPulse: false, () => Wake(due!));
        pulse = new(clock, isPulse: true, () => Wake(pulse!));
        retry = clock.CreateTimer(_ => Retry(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (gate)
        {
            Follow();
        }
    }

    public TState State => Volatile.Read(ref state);

    public string? Remote => client.Remote;

    /// <summary>What it shows: the screen, and below it what is wrong with the disk.</summary>
    public Panel Panel =>
        logic.Show(State) is var panel && Volatile.Read(ref diskTrouble) is { } why ? panel.With(new(why, TextRole.Bad)) : panel;

    /// <summary>A person does something.</summary>
    public void Do(Func<TState, TState> what) => Change(() =>
    {
        Volatile.Write(ref diskTrouble, null);
        TakeAnswers();
        flights.Where(f => f.Value.IsToBeSentAgain).ToList().ForEach(f => flights.Remove(f.Key));
        Apply(what);
    });

    /// <summary>Ends when the device's own machine has answered all that it is asked.</summary>
    public async Task SettleAsync()
    {
        while (Unsettled() is { } own)
        {
            await own.Settled;
        }
    }

    /// <summary>Power is gone: nothing changes any more, on the screen or on the disk.</summary>
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            ended = true;
            due.Dispose();
            pulse.Dispose();
            retry.Dispose();
            flights.Values.ToList().ForEach(f => f.CallBack());
            flights.Clear();
        }

        return client.DisposeAsync();
    }

    private void Wake(DueTimer timer) => Guard("time", () => Change(() =>
    {
        var now = timer.Now;
        Apply(s => logic.Due(s, now), passed: now);
    }));

    private void Retry() => Guard("after a full disk", () => Do(s => logic.Due(s, clock.GetUtcNow())));

    private void Receive(TRequest request, Flight<TReply> flight, TReply reply, bool isLast) => Change(() =>
    {
        if (IsWanted(request, flight))
        {
            flight.Answers.Enqueue((reply, isLast));
            TakeAnswers(request, flight);
        }
    });

    private void Change(Action work)
    {
        bool isNew;
        lock (gate)
        {
            if (ended)
            {
                return;
            }

            // A device that polls every second has another state, and shows the same.
            var shown = Panel;
            work();
            isNew = !shown.LooksLike(Panel);
        }

        if (isNew)
        {
            changed();
        }
    }

    /// <summary>Takes the answers that could not be kept before.</summary>
    private void TakeAnswers()
    {
        foreach (var (request, flight) in flights.Where(f => f.Value.Answers.Count > 0).ToList())
        {
            TakeAnswers(request, flight);
        }
    }

    private void TakeAnswers(TRequest request, Flight<TReply> flight)
    {
        while (IsWanted(request, flight) && flight.Answers.TryPeek(out var answer))
        {
            var isFull = false;
            try
            {
                isFull = !Apply(
                    s => logic.Receive(s, request, answer.Reply, clock.GetUtcNow()),
                    () => _ = answer.IsLast && flights.Remove(request));
            }
            finally
            {
                // While the disk is full the answer waits, and the request is not sent again.
                _ = isFull || flight.Answers.TryDequeue(out _);
            }

            if (isFull)
            {
                return;
            }
        }
    }

    /// <summary>
    /// Keeps what must survive, and only then is the state the new one. False when the disk is full: nothing has changed then.
    /// </summary>
    private bool Apply(Func<TState, TState> what, Action? whenKept = null, DateTimeOffset? passed = null)
    {
        var next = what(state);
        try
        {
            if (disk.Save(logic.Memory(next)))
            {
                Volatile.Write(ref diskTrouble, null);
            }
        }
        catch (StoreException e)
        {
            TellDiskTrouble(e);
            return false;
        }

        whenKept?.Invoke();
        Volatile.Write(ref state, next);
        Follow(passed);
        return true;
    }

    private void TellDiskTrouble(StoreException e)
    {
        Volatile.Write(ref diskTrouble, e.Message);
        retry.Change(StoreMayRecoverIn, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Does what the state asks for: calls requests back, sends others, sets the clock.</summary>
    private void Follow(DateTimeOffset? passed = null)
    {
        var wanted = logic.Wants(state).ToHashSet();
        foreach (var gone in flights.Keys.Where(r => !wanted.Contains(r)).ToList())
        {
            flights.Remove(gone, out var flight);
            flight!.CallBack();
        }

        foreach (var request in wanted.Where(r => !flights.ContainsKey(r)))
        {
            var flight = FlightOf(request);
            flights[request] = flight;
            _ = Task.Run(() => SendAsync(request, flight), CancellationToken.None);
        }

        due.Arm(logic.NextDue(state), null, passed);
        var next = logic.NextPulse(state);
        pulse.Arm(next?.At, next?.Every, passed);
    }

    private Flight<TReply> FlightOf(TRequest request)
    {
        var (what, isOwn) = (NameOf(request), client.AnswersItself(request));
        var underWay = isOwn ? clock.Hold($"{cable.Id}: {what}") : cable.Carry(what);
        return new(what, underWay, clock, logic.Patience(request), (its, reply) => Receive(request, its, reply, isLast: false))
        {
            IsOwn = isOwn,
        };
    }

    private async Task SendAsync(TRequest request, Flight<TReply> flight)
    {
        using (flight)
        {
            try
            {
                var reply = await client.SendAsync(request, flight);
                Receive(request, flight, reply, isLast: true);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException && !IsStillWanted(request, flight))
            {
                // Called back; with the power everything is gone that a request just setting out would have used.
            }
            catch (StoreException e)
            {
                Change(() =>
                {
                    if (IsWanted(request, flight))
                    {
                        flight.IsToBeSentAgain = true;
                        TellDiskTrouble(e);
                    }
                });
            }
            catch (Exception e)
            {
                Report(NameOf(request), e);
            }
        }
    }

    private bool IsWanted(TRequest request, Flight<TReply> flight) => flights.GetValueOrDefault(request) == flight;

    private Flight<TReply>? Unsettled()
    {
        lock (gate)
        {
            return flights.Values.FirstOrDefault(f => f is { IsOwn: true, Settled.IsCompleted: false });
        }
    }

    private bool IsStillWanted(TRequest request, Flight<TReply> flight)
    {
        lock (gate)
        {
            return IsWanted(request, flight);
        }
    }

    private void Guard(string what, Action work)
    {
        try
        {
            work();
        }
        catch (Exception e)
        {
            Report(what, e);
        }
    }

    /// <summary>A bug of ours. Nobody awaits what a device does by itself, so it is reported here or lost.</summary>
    private void Report(string what, Exception e) => Console.Error.WriteLine($"{cable.Id}: {what}: {e}");

    /// <summary>Not the whole of it: a code or a key may be in it.</summary>
    private static string NameOf(TRequest request) => request is Enum ? $"{request}" : request.GetType().Name;
}
