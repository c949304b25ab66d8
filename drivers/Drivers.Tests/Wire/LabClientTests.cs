using Microsoft.Extensions.Time.Testing;
using PairingLab.Drivers.Time;
using PairingLab.Drivers.Wire;

namespace PairingLab.Drivers.Tests.Wire;

public sealed class LabClientTests
{
    [Fact]
    public async Task The_directory_says_where_everything_is()
    {
        using var lab = new FakeLab(_ => new FakeAnswer("""
            {"site":"default",
             "systems":[{"name":"sci","api":"http://h/sci","pages":"http://h/p","openapi":"http://h/o","credentials":{"apiKey":"k"}}],
             "devices":[{"id":"pos-1","kind":"pos-workstation","system":"commander","page":"http://h/d","line":null},
                        {"id":"commander-1","kind":"commander-display","system":"commander","page":null,"line":"/dev/pts/3"}]}
            """));

        var directory = await new DirectoryClient(lab.Http, lab.Address).ReadAsync();

        directory.System("sci").Credentials!["apiKey"].ShouldBe("k");
        directory.System("sci").Api.ShouldBe("http://h/sci");
        directory.Device("pos-1").Page.ShouldBe("http://h/d");
        directory.Device("commander-1").Line.ShouldBe("/dev/pts/3");
        Should.Throw<UnknownDeviceException>(() => directory.Device("x"))
            .Message.ShouldBe("the lab has no device 'x'; there are: pos-1, commander-1");
        Should.Throw<InvalidOperationException>(() => directory.System("x")).Message.ShouldEndWith("there are: sci");
        lab.Requests.ShouldBe(["GET /lab/directory"]);
    }

    [Fact]
    public async Task Stepped_time_is_advanced()
    {
        using var lab = new FakeLab(_ => new FakeAnswer("""{"now":"2026-01-01T00:00:01Z","mode":"stepped"}"""));
        var time = new SteppedTime(lab.Http, lab.Address);

        await time.PassAsync(TimeSpan.FromMinutes(1));
        await time.PassAsync(TimeSpan.FromMilliseconds(200));
        (await time.NowAsync()).ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 1, TimeSpan.Zero));

        time.CanTravel.ShouldBeTrue();
        lab.Requests.ShouldBe(
        [
            """POST /lab/clock {"advance":"00:01:00"}""",
            """POST /lab/clock {"advance":"00:00:00.2000000"}""",
            "GET /lab/clock",
        ]);
    }

    [Fact]
    public async Task A_real_clock_refuses_to_be_advanced()
    {
        using var lab = new FakeLab(_ => new FakeAnswer("""{"error":{"code":"real-clock","message":"this clock is real"}}""", 409));

        (await Should.ThrowAsync<LabRequestException>(() => new SteppedTime(lab.Http, lab.Address).PassAsync(TimeSpan.FromSeconds(1))))
            .Message.ShouldBe($"POST {lab.Address}lab/clock: 409: this clock is real");
    }

    [Fact]
    public async Task Real_time_passes_by_itself()
    {
        var clock = new FakeTimeProvider();
        var time = new RealTime(clock);

        var passing = time.PassAsync(TimeSpan.FromSeconds(2));
        clock.Advance(TimeSpan.FromSeconds(1));
        passing.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));
        await passing;

        time.CanTravel.ShouldBeFalse();
        (await time.NowAsync()).ShouldBe(clock.GetUtcNow());
    }

    [Fact]
    public async Task Cables_and_devices_are_set()
    {
        using var lab = new FakeLab(_ => new FakeAnswer("{}"));
        var devices = new DeviceClient(lab.Http, lab.Address);

        await new CableClient(lab.Http, lab.Address).SetAsync("commander-1/pos-1", CableState.Lossy);
        await devices.PowerAsync("pos-1", on: false);
        await devices.AddAsync(new DeviceSpec("pos-9", "pos-workstation", "C18"));
        await devices.RemoveAsync("pos-9");

        lab.Requests.ShouldBe(
        [
            """POST /lab/cables/commander-1%2Fpos-1 {"state":"lossy"}""",
            """POST /lab/devices/pos-1/power {"on":false}""",
            """POST /lab/devices {"id":"pos-9","kind":"pos-workstation","model":"C18","baud":9600,"parity":"none"}""",
            "DELETE /lab/devices/pos-9",
        ]);
    }
}
