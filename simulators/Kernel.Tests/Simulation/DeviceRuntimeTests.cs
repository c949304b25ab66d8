using System.Collections.Immutable;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Tests.Simulation;

/// <summary>What the runtime does with what a state asks for.</summary>
public sealed class DeviceRuntimeTests : IAsyncDisposable
{
    private readonly SteppedClock clock = new();
    private readonly Cables cables;
    private readonly SiteParts parts;
    private readonly FakeClient client = new();
    private FakeState boot = new();
    private readonly Device<FakeState, string, string> device;

    public DeviceRuntimeTests()
    {
        cables = new(clock, 1);
        parts = new(clock, cables, new WireTap(clock, new()), new MemoryStore(), new("unused", 1), Seed: 1);
        device = new(new("d-1", "fake", "none", "F1"), parts, new FakeLogic(() => boot), () => client, typeof(object));
    }

    [Fact]
    public async Task A_request_is_sent_once_while_it_is_wanted()
    {
        await device.PowerAsync(on: true);
        await device.PressAsync("ask a");
        await device.PressAsync("ask b");
        client.Answer("a", "yes");
        client.Answer("b", "no");
        await clock.AdvanceAsync(TimeSpan.Zero);

        client.Sent.Order(StringComparer.Ordinal).ShouldBe(["a", "b"]);
        device.State!.Heard.Order(StringComparer.Ordinal).ShouldBe(["a: yes at 08:00:00", "b: no at 08:00:00"]);
    }

    [Fact]
    public async Task A_request_that_is_not_wanted_any_more_is_called_back()
    {
        await device.PowerAsync(on: true);
        await device.PressAsync("ask a");
        await device.PressAsync("forget a");

        await clock.AdvanceAsync(TimeSpan.Zero);
        device.State!.Heard.ShouldBeEmpty();
        client.CalledBack.ShouldBe(["a"]);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_his_patience()
    {
        await device.PowerAsync(on: true);
        await device.PressAsync("ask silence");
        await clock.AdvanceAsync(TimeSpan.FromSeconds(10));

        device.State!.Heard.ShouldBe(["silence: called back at 08:00:10"]);
    }

    [Fact]
    public async Task What_is_due_happens_at_its_time()
    {
        await device.PowerAsync(on: true);
        await device.PressAsync("due");
        await clock.AdvanceAsync(TimeSpan.FromHours(1));

        device.State!.Heard.ShouldBe(["due at 08:00:05"]);
    }

    [Fact]
    public async Task A_clock_that_jumps_far_skips_polls()
    {
        await device.PowerAsync(on: true);
        await device.PressAsync("poll");
        await clock.AdvanceAsync(TimeSpan.FromSeconds(3));
        device.State!.Heard.Count.ShouldBe(3);

        await clock.AdvanceAsync(TimeSpan.FromDays(365));
        device.State!.Heard.Count.ShouldBeInRange(4, 6);
    }

    [Fact]
    public async Task A_link_tells_what_it_hears_and_lets_time_pass()
    {
        await device.PowerAsync(on: true);
        await device.PressAsync("ask link");
        await clock.AdvanceAsync(TimeSpan.FromDays(1));

        client.Link!.Tell("hello");
        device.State!.Heard.ShouldBe(["link: hello at 08:00:00"], "the patience of a link has no end");
        await device.PressAsync("forget link");
        client.Link.Tell("too late");
        device.State!.Heard.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_whose_client_finds_its_disk_full_is_sent_again_when_there_may_be_room()
    {
        await device.PowerAsync(on: true);
        client.DiskIsFull = true;
        await device.PressAsync("ask a");
        await clock.AdvanceAsync(TimeSpan.Zero);
        device.Panel.Texts.ShouldBe(["full"]);
        client.DiskIsFull = false;
        client.Answer("a", "yes");
        await clock.AdvanceAsync(TimeSpan.FromSeconds(59));
        device.Panel.Texts.ShouldBe(["full"], "nobody has touched it, and it is not yet time to try again");

        await clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        device.Panel.Texts.ShouldBe(["a: yes at 08:01:00"]);
    }

    [Fact]
    public async Task A_serial_line_is_there_without_power_and_goes_with_the_device()
    {
        var line = new FakeLine();
        await using (var display = new Device<FakeState, string, string>(
            new("d-2", "fake", "none", "F1"), parts, new FakeLogic(() => boot), () => client, typeof(object))
        { SerialLine = line, HasCable = false })
        {
            display.Line.ShouldBe("/dev/none");
            await display.PowerAsync(on: true);
            await display.PowerAsync(on: false);
            line.IsOpen.ShouldBeTrue();
            cables.Find("d-2").ShouldBeNull("it has no network cable");
        }

        line.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task A_client_tells_where_a_terminal_program_reaches_it_while_there_is_power()
    {
        device.Remote.ShouldBeNull();
        await device.PowerAsync(on: true);
        device.Remote.ShouldBe("tcp://none:1");
        await device.PowerAsync(on: false);
        device.Remote.ShouldBeNull();
    }

    [Fact]
    public async Task A_screen_that_stays_the_same_is_not_published()
    {
        await device.PowerAsync(on: true);
        var changes = 0;
        device.Changed += () => changes++;
        await device.PressAsync("unseen");
        changes.ShouldBe(0);
        await device.PressAsync("due");
        changes.ShouldBe(0);
        await clock.AdvanceAsync(TimeSpan.FromSeconds(5));
        changes.ShouldBe(1);
    }

    /// <summary>A key is made, say: that takes no lab time and needs no cable.</summary>
    [Fact]
    public async Task A_press_returns_when_the_device_itself_has_answered_and_the_clock_waits_whatever_the_cable_is_like()
    {
        await device.PowerAsync(on: true);
        cables.Lay("d-1").Set(CableState.Cut);
        var press = device.PressAsync("ask itself");
        var advance = clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        (press.IsCompleted, advance.IsCompleted).ShouldBe((false, false));

        client.Answer("itself", "yes");
        await press;
        device.State!.Heard.ShouldBe(["itself: yes at 08:00:00"]);
        await advance;
    }

    [Fact]
    public async Task A_press_does_not_wait_for_what_is_asked_of_others()
    {
        await device.PowerAsync(on: true);
        await device.PressAsync("ask a");
        device.State!.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task Switching_on_returns_when_the_device_itself_has_answered()
    {
        await device.DisposeAsync();
        boot = new FakeState { Wanted = ["itself"] };
        client.Answer("itself", "yes");
        await device.PowerAsync(on: true);
        device.State!.Heard.ShouldBe(["itself: yes at 08:00:00"]);
    }

    /// <summary>A device that is a server watches it as long as it has power.</summary>
    [Fact]
    public async Task A_press_does_not_wait_for_the_end_of_a_link_of_the_device_with_itself()
    {
        await device.PowerAsync(on: true);
        await device.PressAsync("ask itself-link");
        client.Link!.Tell("hello");
        device.State!.Heard.ShouldBe(["itself-link: hello at 08:00:00"]);
    }

    public async ValueTask DisposeAsync() => await device.DisposeAsync();
}
