using PairingLab.Drivers.Wire;

namespace PairingLab.Host.Tests.Commands;

/// <summary>The real program killed (SIGKILL) right after each answer, and in the middle of a load: what was answered with success is there.</summary>
public sealed class SmartConnectKillTests : IDisposable
{
    private const string Device = "kill-1";
    private readonly TestFolder data = new();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly List<string> registers = [];
    private readonly List<string> queue = [];
    private readonly Dictionary<string, (string Poll, string Expected)> payments = new(StringComparer.Ordinal);
    private LabProcess? host;
    private Uri? api;
    private SmartConnectCaller? caller;
    private string? code;
    private string? taken;

    [Fact]
    public async Task Killed_after_every_step_it_has_all_that_it_answered()
    {
        await StartAsync();
        await ShouldBeThereAsync();
        var first = api;
        for (var round = 1; round <= 3; round++)
        {
            var (kept, gone) = ($"kept-{round}", $"gone-{round}");
            foreach (var step in Steps(kept, gone))
            {
                await step(caller!);
                await KillAsync();
                await StartAsync();
                api.ShouldBe(first, "the port stays the same");
                await ShouldBeThereAsync();
            }
        }
    }

    [Fact]
    public async Task Killed_at_any_moment_of_a_load_it_has_all_that_it_answered()
    {
        var random = new Random(7);
        string[] devices = ["load-1", "load-2", "load-3", "load-4"];
        var answered = devices.ToDictionary(d => d, _ => new List<(string Id, string Poll)>(), StringComparer.Ordinal);
        var paired = devices.ToDictionary(d => d, _ => new List<string>(), StringComparer.Ordinal);
        for (var kills = 0; kills < 8; kills++)
        {
            await StartAsync();
            using var another = new SemaphoreSlim(0);
            var load = devices.Select(d => Task.Run(() => LoadAsync(d, paired[d], answered[d], another))).ToList();
            for (var wanted = random.Next(5, 60); wanted > 0; wanted--)
            {
                (await another.WaitAsync(TimeSpan.FromMinutes(1))).ShouldBeTrue("the load goes on until it is killed");
            }

            await KillAsync();
            await Task.WhenAll(load);
        }

        await StartAsync();
        answered.Values.Sum(a => a.Count).ShouldBeGreaterThan(50, "a load that does nothing would prove nothing");
        foreach (var device in devices)
        {
            await ShouldHoldAsync(device, paired[device], answered[device]);
        }
    }

    public void Dispose()
    {
        host?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        http.Dispose();
        data.Dispose();
    }

    /// <summary>A way through all that can be answered; each writes down what was answered.</summary>
    private IEnumerable<Func<SmartConnectCaller, Task>> Steps(string kept, string gone)
    {
        yield return ShowCodeAsync;
        yield return c => UseCodeAsync(c, kept);
        yield return ShowCodeAsync;
        yield return c => UseCodeAsync(c, gone);
        yield return c => PayAsync(c, kept);
        yield return c => PayAsync(c, gone);
        yield return TakeAsync;
        yield return async c =>
        {
            await c.UnpairAsync(gone);
            registers.Remove(gone);
        };
        yield return c => FinishAsync(c, "accepted", "COMPLETED OK-ACCEPTED");
        yield return TakeAsync;
        yield return c => FinishAsync(c, "declined", "COMPLETED OK-DECLINED");
    }

    private async Task ShowCodeAsync(SmartConnectCaller at) => code = await at.CodeAsync();

    private async Task UseCodeAsync(SmartConnectCaller at, string register)
    {
        await at.PairAsync(register, code!);
        registers.Add(register);
        code = null;
    }

    private async Task PayAsync(SmartConnectCaller at, string register)
    {
        var (id, poll) = await at.PayAsync(register);
        payments[id] = (poll, "PENDING");
        queue.Add(id);
    }

    private async Task TakeAsync(SmartConnectCaller at)
    {
        taken = await at.NextAsync();
        taken.ShouldBe(queue[0]);
    }

    private async Task FinishAsync(SmartConnectCaller at, string outcome, string expected)
    {
        await at.FinishAsync(taken!, outcome);
        payments[taken!] = (payments[taken!].Poll, expected);
        queue.RemoveAt(0);
        taken = null;
    }

    private async Task ShouldBeThereAsync()
    {
        caller = new(api!, Device, http);
        foreach (var (id, (poll, expected)) in payments)
        {
            // That a payment waits for long is said with it, and how long a restart takes is this machine's affair.
            (await caller.PollAsync(poll)).Replace(" OK-DELAYED", "", StringComparison.Ordinal).ShouldBe(expected, id);
        }

        if (code is not null)
        {
            // A device that signs on has been switched on, and its code is dead: the next step uses the code instead.
            return;
        }

        await caller.SignOnAsync();
        (await caller.RegistersAsync()).Order(StringComparer.Ordinal).ShouldBe(registers.Order(StringComparer.Ordinal));
        if (taken is not null)
        {
            (await caller.NextAsync()).ShouldBe(taken);
        }
    }

    private async Task LoadAsync(string device, List<string> paired, List<(string Id, string Poll)> answered, SemaphoreSlim another)
    {
        try
        {
            var at = new SmartConnectCaller(api!, device, http);
            await at.SignOnAsync();
            while (true)
            {
                var register = $"{device}-{paired.Count + 1}-{Guid.NewGuid():N}";
                await at.PairAsync(register, await at.CodeAsync());
                paired.Add(register);
                for (var i = 0; i < 5; i++)
                {
                    answered.Add(await at.PayAsync(register));
                    another.Release();
                }
            }
        }
        catch (HttpRequestException)
        {
            // Killed: whether the last request got through nobody knows, all before it did.
        }
    }

    private async Task ShouldHoldAsync(string device, List<string> paired, List<(string Id, string Poll)> answered)
    {
        var at = new SmartConnectCaller(api!, device, http);
        await at.SignOnAsync();
        paired.Except(await at.RegistersAsync(), StringComparer.Ordinal).ShouldBeEmpty("registers that were paired");
        var fetched = new List<string>();
        while (await at.NextAsync() is { } payment)
        {
            fetched.Add(payment);
            await at.FinishAsync(payment, "accepted");
        }

        fetched.Where(answered.Select(a => a.Id).ToHashSet(StringComparer.Ordinal).Contains).ShouldBe(answered.Select(a => a.Id), "every payment, once, in order");
        fetched.Count.ShouldBe(fetched.Distinct(StringComparer.Ordinal).Count());
        (await at.PollAsync(answered[^1].Poll)).ShouldBe("COMPLETED OK-ACCEPTED");
    }

    private async Task KillAsync()
    {
        await host!.KillAsync();
        await host.DisposeAsync();
        host = null;
    }

    private async Task StartAsync()
    {
        host = LabProcess.Start("host", "--port", "0", "--data", data.Path);
        var lab = new Uri(await host.LineAsync("bench page"));
        api = (await new DirectoryClient(http, lab).ReadAsync()).System("smartconnect").Api;
    }
}
