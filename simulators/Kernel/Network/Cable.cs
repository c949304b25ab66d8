using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Network;

/// <summary>
/// The network path between a device and what it talks to. A device reaches the network only through its cable, so that
/// faults live here and never in a device's code.
/// </summary>
public sealed class Cable(string id, LabClock clock, Random random)
{
    private readonly Lock gate = new();
    private readonly HashSet<InFlight> inFlight = [];
    private bool hasDeadEnd;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource restored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The cable changed its state.</summary>
    public event Action? Changed;

    /// <summary>The cable's name: the id of the device that hangs on it.</summary>
    public string Id => id;

    /// <summary>What the cable does now.</summary>
    public CableState State { get; private set; }

    /// <summary>What the path does now: nothing gets through as long as a device on the way has no power.</summary>
    public CableState Path => hasDeadEnd ? CableState.Cut : State;

    /// <summary>
    /// Where everything on this cable ends up, "host:port", instead of where it was sent: somebody sits on the path.
    /// Null for an honest path.
    /// </summary>
    public string? DivertedTo { get; private set; }

    /// <summary>How late each piece arrives when the cable is slow; lab time.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>On a lossy cable one piece in so many is lost.</summary>
    public int LossOneIn { get; set; } = 4;

    /// <summary>Cuts, mends, slows the cable.</summary>
    public void Set(CableState state) => Change(() => State = state);

    /// <summary>A device on the way (a router) loses its power, or has it again.</summary>
    public void Interrupt(bool isDead) => Change(() => hasDeadEnd = isDead);

    private void Change(Action what)
    {
        lock (gate)
        {
            what();
            changed.TrySetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            foreach (var underWay in inFlight)
            {
                underWay.FollowCable();
            }

            if (Path == CableState.Cut)
            {
                restored = restored.Task.IsCompleted ? new(TaskCreationOptions.RunContinuationsAsynchronously) : restored;
            }
            else
            {
                restored.TrySetResult();
            }
        }

        Changed?.Invoke();
    }

    /// <summary>Puts somebody on the path, or takes him away (null). What is connected breaks, as when a plug is moved.</summary>
    public void Divert(string? to)
    {
        lock (gate)
        {
            DivertedTo = to;
        }

        Changed?.Invoke();
    }

    /// <summary>
    /// Says that a device has sent something and waits for the answer. While the cable is sound that takes no lab time, so a
    /// stepped clock waits for it; over a cut or slow cable time must pass, and does.
    /// </summary>
    public IDisposable Carry(string what)
    {
        var underWay = new InFlight(this, what);
        lock (gate)
        {
            inFlight.Add(underWay);
            underWay.FollowCable();
        }

        return underWay;
    }

    /// <summary>Connects to an address at the other end; waits as long as the cable is cut.</summary>
    public async ValueTask<Stream> ConnectAsync(string host, int port, CancellationToken cancel)
    {
        await PassAsync(cancel);
        var path = DivertedTo;
        var end = path is null ? new DnsEndPoint(host, port) : EndOf(path);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(end.Host, end.Port, cancel);
            return new CableStream(this, new NetworkStream(socket, ownsSocket: true), path);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Comes back when one piece has got through the cable; throws <see cref="IOException"/> when it is lost.</summary>
    public async ValueTask PassAsync(CancellationToken cancel)
    {
        if (Path == CableState.Lossy && IsLost())
        {
            throw new IOException($"cable {id}: connection reset");
        }

        if (Path == CableState.Slow)
        {
            await DawdleAsync(cancel);
        }

        while (Path == CableState.Cut)
        {
            await restored.Task.WaitAsync(cancel);
        }
    }

    /// <summary>
    /// Takes the delay of a slow cable; one that is set right meanwhile lets at once through what is on it, or the clock, which
    /// waits for what is on a sound cable, would wait for itself.
    /// </summary>
    private async Task DawdleAsync(CancellationToken cancel)
    {
        Task change;
        lock (gate)
        {
            change = Path == CableState.Slow ? changed.Task : Task.CompletedTask;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(Task.Delay(Delay, clock, either.Token), change);
        await either.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>Several connections share the cable, and a seeded source of randomness takes one caller at a time only.</summary>
    private bool IsLost()
    {
        lock (gate)
        {
            return random.Next(LossOneIn) == 0;
        }
    }

    private static DnsEndPoint EndOf(string path)
    {
        var colon = path.LastIndexOf(':');
        return new(path[..colon], int.Parse(path.AsSpan(colon + 1), CultureInfo.InvariantCulture));
    }

    internal IDisposable Hold(string what) => clock.Hold($"{id}: {what}");

    internal void Leave(InFlight underWay)
    {
        lock (gate)
        {
            inFlight.Remove(underWay);
        }
    }
}
