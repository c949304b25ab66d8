using System.Net;
using System.Net.Sockets;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Network;

public sealed class CableTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly SteppedClock clock = new();
    private readonly Cable cable;
    private readonly TcpListener far = new(IPAddress.Loopback, 0);

    public CableTests()
    {
        cable = new("pos-1", clock, new Random(1));
        far.Start();
    }

    private int Port => ((IPEndPoint)far.LocalEndpoint).Port;

    public void Dispose() => far.Dispose();

    [Fact]
    public async Task A_sound_cable_carries_at_once()
    {
        var (near, other) = await ConnectAsync();

        await near.WriteAsync(new byte[] { 7 });

        (await ReadAsync(other)).ShouldBe<byte>(7);
    }

    [Fact]
    public async Task What_is_sent_over_a_cut_cable_arrives_once_it_is_restored()
    {
        var (near, other) = await ConnectAsync();
        cable.Set(CableState.Cut);
        var sending = near.WriteAsync(new byte[] { 7 }).AsTask();
        sending.IsCompleted.ShouldBeFalse();

        cable.Set(CableState.Connected);
        await sending.WaitAsync(10 * Second, TimeProvider.System);

        (await ReadAsync(other)).ShouldBe<byte>(7);
    }

    [Fact]
    public async Task What_is_sent_through_a_device_without_power_arrives_once_that_has_power_again()
    {
        var (near, other) = await ConnectAsync();
        cable.Interrupt(isDead: true);
        cable.State.ShouldBe(CableState.Connected, "the cable itself is sound");
        var sending = near.WriteAsync(new byte[] { 7 }).AsTask();
        sending.IsCompleted.ShouldBeFalse();

        cable.Interrupt(isDead: false);
        await sending.WaitAsync(10 * Second, TimeProvider.System);

        (await ReadAsync(other)).ShouldBe<byte>(7);
    }

    [Fact]
    public async Task What_is_on_a_slow_cable_arrives_at_once_when_it_is_set_right()
    {
        var (near, other) = await ConnectAsync();
        cable.Set(CableState.Slow);
        var sending = near.WriteAsync(new byte[] { 7 }).AsTask();
        sending.IsCompleted.ShouldBeFalse();

        cable.Set(CableState.Connected);
        await sending.WaitAsync(10 * Second, TimeProvider.System);

        (await ReadAsync(other)).ShouldBe<byte>(7);
    }

    [Fact]
    public async Task What_comes_over_a_cut_cable_is_read_once_it_is_restored()
    {
        var (near, other) = await ConnectAsync();
        cable.Set(CableState.Cut);
        await other.WriteAsync(new byte[] { 7 });
        var reading = ReadAsync(near);

        cable.Set(CableState.Slow);
        cable.Set(CableState.Cut);
        cable.Set(CableState.Connected);

        (await reading).ShouldBe<byte>(7);
    }

    [Fact]
    public async Task Over_a_slow_cable_it_takes_lab_time()
    {
        var (near, other) = await ConnectAsync();
        cable.Set(CableState.Slow);
        var sending = near.WriteAsync(new byte[] { 7 }).AsTask();

        await clock.AdvanceAsync(cable.Delay - Second);
        sending.IsCompleted.ShouldBeFalse();
        await clock.AdvanceAsync(Second);
        await sending.WaitAsync(10 * Second, TimeProvider.System);

        (await ReadAsync(other)).ShouldBe<byte>(7);
    }

    [Fact]
    public async Task A_lossy_cable_breaks_some_and_lets_others_through()
    {
        var losses = await LossesAsync(cable);
        losses.Count(lost => lost).ShouldBeInRange(10, 45);
    }

    [Fact]
    public async Task Two_lossy_cables_of_a_site_lose_other_pieces()
    {
        var cables = new Cables(clock, seed: 1);
        (await LossesAsync(cables.Lay("pos-1"))).ShouldNotBe(await LossesAsync(cables.Lay("pos-2")));
    }

    [Fact]
    public async Task Connecting_over_a_cut_cable_waits_and_can_be_called_off()
    {
        cable.Set(CableState.Cut);
        using var calledOff = new CancellationTokenSource();
        var connecting = cable.ConnectAsync("127.0.0.1", Port, calledOff.Token).AsTask();
        connecting.IsCompleted.ShouldBeFalse();

        await calledOff.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => connecting);
        far.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_under_way_holds_the_clock_only_while_the_cable_is_sound()
    {
        using (cable.Carry("a request"))
        {
            var advance = clock.AdvanceAsync(Second);
            advance.IsCompleted.ShouldBeFalse();

            cable.Set(CableState.Cut);
            await advance.WaitAsync(10 * Second, TimeProvider.System);

            cable.Set(CableState.Connected);
            var next = clock.AdvanceAsync(Second);
            next.IsCompleted.ShouldBeFalse();
            cable.Set(CableState.Slow);
            await next.WaitAsync(10 * Second, TimeProvider.System);
            cable.Set(CableState.Connected);
        }

        clock.AdvanceAsync(Second).IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void A_cable_that_changes_says_so_and_so_do_all_cables()
    {
        var cables = new Cables(clock, 1);
        var told = 0;
        cables.Changed += () => told++;
        cables.Lay("b").Set(CableState.Cut);
        cables.Lay("a");

        told.ShouldBe(1);
        cables.All.Select(c => c.Id).ShouldBe(["a", "b"]);
        cables.Find("b").ShouldBeSameAs(cables.Lay("b"));
        cables.Find("c").ShouldBeNull();
    }

    /// <summary>Which of a hundred pieces a lossy cable loses.</summary>
    private async Task<List<bool>> LossesAsync(Cable lossy)
    {
        var (near, _) = await ConnectAsync(lossy);
        lossy.Set(CableState.Lossy);
        var losses = new List<bool>();
        for (var i = 0; i < 100; i++)
        {
            losses.Add(await IsLostAsync(near));
        }

        return losses;
    }

    private static async Task<bool> IsLostAsync(Stream near)
    {
        try
        {
            await near.WriteAsync(new byte[] { 7 });
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static async Task<byte> ReadAsync(Stream from)
    {
        var buffer = new byte[1];
        await from.ReadExactlyAsync(buffer).AsTask().WaitAsync(10 * Second, TimeProvider.System);
        return buffer[0];
    }

    private Task<(Stream Near, Stream Far)> ConnectAsync() => ConnectAsync(cable);

    private async Task<(Stream Near, Stream Far)> ConnectAsync(Cable over)
    {
        var near = await over.ConnectAsync("127.0.0.1", Port, CancellationToken.None);
        return (near, (await far.AcceptTcpClientAsync()).GetStream());
    }
}
