using System.Collections.Immutable;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Tests.Simulation;

/// <summary>A device that does what its buttons say.</summary>
internal sealed record FakeState
{
    public ImmutableList<string> Heard { get; init; } = [];

    public ImmutableSortedSet<string> Wanted { get; init; } = [];

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? PollAt { get; init; }

    public int Unseen { get; init; }
}

internal sealed class FakeLogic(Func<FakeState> boot) : IDeviceLogic<FakeState, string, string>
{
    public FakeState Boot(DeviceDisk disk, DateTimeOffset now) => boot();

    public IEnumerable<KeyValuePair<string, object?>> Memory(FakeState state) => [];

    public Panel Show(FakeState state) => new("d-1", "Fake", state.Heard, [], []);

    public FakeState Press(FakeState state, string button, DateTimeOffset now) => button.Split(' ') switch
    {
        ["ask", var what] => state with { Wanted = state.Wanted.Add(what) },
        ["forget", var what] => state with { Wanted = state.Wanted.Remove(what) },
        ["due"] => state with { DueAt = now + TimeSpan.FromSeconds(5) },
        ["poll"] => state with { PollAt = now + TimeSpan.FromSeconds(1) },
        _ => state with { Unseen = state.Unseen + 1 },
    };

    public IEnumerable<string> Wants(FakeState state) => state.Wanted;

    public TimeSpan? Patience(string request) => TimeSpan.FromSeconds(10);

    public FakeState Receive(FakeState state, string asked, string reply, DateTimeOffset now) => state with
    {
        Heard = state.Heard.Add($"{asked}: {reply} at {now:HH:mm:ss}"),
        Wanted = asked.EndsWith("link", StringComparison.Ordinal) ? state.Wanted : state.Wanted.Remove(asked),
    };

    public DateTimeOffset? NextDue(FakeState state) => state.DueAt;

    public Pulse? NextPulse(FakeState state) => state.PollAt is { } at ? new(at, TimeSpan.FromSeconds(1)) : null;

    public FakeState Due(FakeState state, DateTimeOffset now)
    {
        state = state.DueAt <= now ? state with { DueAt = null, Heard = state.Heard.Add($"due at {now:HH:mm:ss}") } : state;
        return state.PollAt <= now ? state with { PollAt = now + TimeSpan.FromSeconds(1), Heard = state.Heard.Add("poll") } : state;
    }
}

internal sealed class FakeLine : IDeviceLine
{
    public bool IsOpen { get; private set; } = true;

    public string? Address => "/dev/none";

    public void Dispose() => IsOpen = false;
}

/// <summary>Answers when the test says so, or when it is called back.</summary>
internal sealed class FakeClient : IDeviceClient<string, string>
{
    private readonly Dictionary<string, TaskCompletionSource<string>> asked = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public List<string> Sent { get; } = [];

    public List<string> CalledBack { get; } = [];

    public Flight<string>? Link { get; private set; }

    public bool DiskIsFull { get; set; }

    public string? Remote => "tcp://none:1";

    public bool AnswersItself(string request) => request.StartsWith("itself", StringComparison.Ordinal);

    public async Task<string> SendAsync(string request, Flight<string> flight)
    {
        if (DiskIsFull)
        {
            throw new StoreException("full");
        }

        if (request.EndsWith("link", StringComparison.Ordinal))
        {
            Link = flight;
            flight.Establish();
        }

        if (request == "silence")
        {
            flight.LetTimePass();
        }

        Task<string> answer;
        lock (gate)
        {
            Sent.Add(request);
            answer = Question(request).Task;
        }

        try
        {
            return await answer.WaitAsync(flight.CalledBack);
        }
        catch (OperationCanceledException)
        {
            lock (gate)
            {
                CalledBack.Add(request);
            }

            return "called back";
        }
    }

    public void Answer(string request, string reply)
    {
        lock (gate)
        {
            Question(request).TrySetResult(reply);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private TaskCompletionSource<string> Question(string request) =>
        asked.TryGetValue(request, out var there) ? there : asked[request] = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
