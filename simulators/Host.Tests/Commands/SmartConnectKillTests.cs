using PairingLab.Drivers.Wire;

namespace PairingLab.Host.Tests.Commands;

/// <summary>
/// The real program killed (SIGKILL) right after each answer, and in the middle of a load: what was answered with success is there.
/// </summary>
public sealed class SmartConnectKillTests : IDisposable
{
    private readonly TestFolder data = new();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly DeviceBook first = new("kill-1");
    private readonly DeviceBook second = new("kill-2");
    private readonly Dictionary<string, (string Poll, string Expected)> payments = new(StringComparer.Ordinal);
    private LabProcess? host;
    private Uri? api;

    [Fact]
    public async Task Killed_after_every_step_it_has_all_that_it_answered()
    {
        await StartAsync();
        await ShouldBeThereAsync();
        var at = api;
        for (var round = 1; round <= 2; round++)
        {
            foreach (var step in Steps($"kept-{round}", $"gone-{round}", $"SN-{round}"))
            {
                await step();
                await KillAsync();
                await StartAsync();
                api.ShouldBe(at, "the port stays the same");
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
    private IEnumerable<Func<Task>> Steps(string kept, string gone, string newSerial)
    {
        yield return () => ShowAndRefreshCodeAsync(first);
        yield return () => UseCodeAsync(first, kept);
        yield return () => ShowAndRefreshCodeAsync(first);
        yield return () => UseCodeAsync(first, gone);
        yield return () => PayAsync(first, kept);
        yield return () => PayAsync(first, gone);
        yield return () => TakeAsync(first);
        yield return () => UnpairAsync(first, gone);
        yield return () => FinishAsync(first, "accepted", "COMPLETED OK-ACCEPTED");
        yield return () => TakeAsync(first);
        yield return () => FinishAsync(first, "declined", "COMPLETED OK-DECLINED");

        // The register is moved, its new device is swapped out in the midst of a payment, and all is unpaired at the end.
        yield return () => ShowAndRefreshCodeAsync(second);
        yield return () => UseCodeAsync(second, kept);
        yield return () => PayAsync(second, kept);
        yield return () => TakeAsync(second);
        yield return () => SwapAsync(second, newSerial);
        yield return () => UnpairAllAsync(second);
        yield return () => ShowAndCloseCodeAsync(first);
        yield return () => UseClosedCodeAsync(first, gone);
    }

    private SmartConnectCaller At(DeviceBook device) => new(api!, device.Id, http);

    private async Task<SmartConnectCaller> SignedOnAsync(DeviceBook device)
    {
        var at = At(device);
        await at.SignOnAsync(device.Serial);
        return at;
    }

    private async Task ShowAndRefreshCodeAsync(DeviceBook device)
    {
        var at = await SignedOnAsync(device);
        device.OldCode = await at.CodeAsync();
        device.Code = await at.CodeAsync();
    }

    private async Task ShowAndCloseCodeAsync(DeviceBook device)
    {
        var at = await SignedOnAsync(device);
        device.Code = await at.CodeAsync();
        await at.CloseCodeAsync();
    }

    private async Task UseClosedCodeAsync(DeviceBook device, string register)
    {
        ((int)(await At(device).TryToPairAsync(register, device.Code!)).StatusCode).ShouldBe(400, "the code was closed");
        device.Code = null;
    }

    private async Task UseCodeAsync(DeviceBook device, string register)
    {
        ((int)(await At(device).TryToPairAsync(register, device.OldCode!)).StatusCode).ShouldBe(400, "the refresh has killed the old code");
        await At(device).PairAsync(register, device.Code!);
        first.Registers.Remove(register);
        second.Registers.Remove(register);
        device.Registers.Add(register);
        device.Code = null;
    }

    private async Task PayAsync(DeviceBook device, string register)
    {
        var (id, poll) = await At(device).PayAsync(register);
        payments[id] = (poll, "PENDING");
        device.Queue.Add(id);
    }

    private async Task TakeAsync(DeviceBook device)
    {
        device.Taken = await (await SignedOnAsync(device)).NextAsync();
        device.Taken.ShouldBe(device.Queue[0]);
    }

    private async Task FinishAsync(DeviceBook device, string outcome, string expected)
    {
        await (await SignedOnAsync(device)).FinishAsync(device.Taken!, outcome);
        End(device, expected);
    }

    private async Task UnpairAsync(DeviceBook device, string register)
    {
        await (await SignedOnAsync(device)).UnpairAsync(register);
        device.Registers.Remove(register);
    }

    private async Task UnpairAllAsync(DeviceBook device)
    {
        await (await SignedOnAsync(device)).UnpairAllAsync();
        device.Registers.Clear();
    }

    /// <summary>Other hardware with the same internal id is switched on: what the old one had begun has an end that nobody knows.</summary>
    private async Task SwapAsync(DeviceBook device, string serial)
    {
        device.Serial = serial;
        await SignedOnAsync(device);
        End(device, "COMPLETED FAILED-INTERFACE");
    }

    private void End(DeviceBook device, string expected)
    {
        payments[device.Taken!] = (payments[device.Taken!].Poll, expected);
        device.Queue.RemoveAt(0);
        device.Taken = null;
    }

    private async Task ShouldBeThereAsync()
    {
        foreach (var (id, (poll, expected)) in payments)
        {
            // That a payment waits for long is said with it, and how long a restart takes is this machine's affair.
            (await At(first).PollAsync(poll)).Replace(" OK-DELAYED", "", StringComparison.Ordinal).ShouldBe(expected, id);
        }

        // A device that signs on has been switched on, and its code is dead: where one is shown, the next step uses it instead.
        foreach (var device in (DeviceBook[])[first, second])
        {
            if (device.Code is null)
            {
                var at = await SignedOnAsync(device);
                (await at.RegistersAsync()).Order(StringComparer.Ordinal)
                    .ShouldBe(device.Registers.Order(StringComparer.Ordinal), device.Id);
                device.Taken.ShouldBe(device.Taken is null ? null : await at.NextAsync());
            }
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

        fetched.Where(answered.Select(a => a.Id).ToHashSet(StringComparer.Ordinal).Contains)
            .ShouldBe(answered.Select(a => a.Id), "every payment, once, in order");
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
        // One system only, since every port of a killed host may be somebody else's when it comes back.
        var bench = Path.Combine(data.Path, "bench.json");
        await File.WriteAllTextAsync(
            bench, """{"name":"kill","clock":"real","devices":[{"id":"payment-1","kind":"payment-device","is":"simulated"}]}""");
        host = LabProcess.Start("host", "--port", "0", "--data", data.Path, "--bench", bench);
        var lab = new Uri(await host.LineAsync("bench page"));
        api = new((await new DirectoryClient(http, lab).ReadAsync()).System("smartconnect").Api!);
    }
}
