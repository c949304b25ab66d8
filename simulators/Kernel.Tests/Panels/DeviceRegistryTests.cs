using PairingLab.Kernel.Panels;

namespace PairingLab.Kernel.Tests.Panels;

public sealed class DeviceRegistryTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private readonly DeviceRegistry devices = new();
    private readonly FakeDevice device = new("pos-1");

    public DeviceRegistryTests() => devices.Add(device);

    [Fact]
    public void An_id_is_given_once()
    {
        devices.Add(new FakeDevice("pos-1")).ShouldBeFalse();
        devices.Add(new FakeDevice("a")).ShouldBeTrue();

        devices.All.Select(d => d.Info.Id).ShouldBe(["pos-1", "a"]);
    }

    [Fact]
    public async Task Every_change_raises_the_version()
    {
        var before = devices.Version("pos-1");
        await device.PressAsync("Go");

        devices.Version("pos-1").ShouldBe(before + 1);
        devices.Version("nobody").ShouldBe(0);
    }

    [Fact]
    public async Task Who_waits_for_a_change_is_woken_by_it()
    {
        var waiting = devices.WaitForChangeAsync("pos-1", devices.Version("pos-1"), Long, CancellationToken.None);
        waiting.IsCompleted.ShouldBeFalse();

        await device.PressAsync("Go");

        await waiting.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
    }

    [Fact]
    public async Task Who_has_seen_an_older_screen_does_not_wait()
    {
        var seen = devices.Version("pos-1");
        await device.PressAsync("Go");

        devices.WaitForChangeAsync("pos-1", seen, Long, CancellationToken.None).IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_waits_in_vain_comes_back_all_the_same() =>
        await devices.WaitForChangeAsync("pos-1", devices.Version("pos-1"), TimeSpan.FromMilliseconds(10), CancellationToken.None);

    [Fact]
    public async Task A_removed_device_is_ended_and_who_waits_for_it_is_woken()
    {
        var waiting = devices.WaitForChangeAsync("pos-1", devices.Version("pos-1"), Long, CancellationToken.None);

        (await devices.RemoveAsync("pos-1")).ShouldBeTrue();
        (await devices.RemoveAsync("pos-1")).ShouldBeFalse();

        await waiting.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
        device.Ended.ShouldBeTrue();
        devices.Find("pos-1").ShouldBeNull();
    }
}
