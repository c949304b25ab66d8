using System.Net;
using System.Net.Sockets;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Tests.Web;

public sealed class ClockAndCableEndpointsTests
{
    [Fact]
    public async Task A_real_clock_is_read_and_not_advanced()
    {
        await using var lab = await LoopbackLab.StartAsync(r => r.MapClock(new RealClock()));

        (await LoopbackLab.TextOfAsync(await lab.GetAsync("/lab/clock"))).ShouldContain("\"mode\":\"real\"");
        (await LoopbackLab.TextOfAsync(await lab.PostAsync("/lab/clock", new { advance = "00:01:00" })))
            .ShouldStartWith("409 clock_is_real");
    }

    [Fact]
    public async Task A_stepped_clock_is_advanced()
    {
        await using var lab = await LoopbackLab.StartAsync(r => r.MapClock(new SteppedClock()));

        (await LoopbackLab.TextOfAsync(await lab.PostAsync("/lab/clock", new { advance = "365.00:00:01" })))
            .ShouldBe("""200 {"now":"2027-01-05T08:00:01+00:00","mode":"stepped"}""");
    }

    [Theory]
    [InlineData("-00:00:01")]
    [InlineData("10000.00:00:00")]
    [InlineData(null)]
    [InlineData("soon")]
    public async Task A_span_that_is_none_is_a_bad_request(string? span)
    {
        await using var lab = await LoopbackLab.StartAsync(r => r.MapClock(new SteppedClock()));

        ((int)(await lab.PostAsync("/lab/clock", new { advance = span })).StatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task Cables_are_listed_pulled_and_mended()
    {
        var drum = new Cables(new SteppedClock(), 1);
        drum.Lay("pos-1");
        await using var lab = await LoopbackLab.StartAsync(r => r.MapCables(drum));

        (await LoopbackLab.TextOfAsync(await lab.PostAsync("/lab/cables/pos-1", new { state = "cut" })))
            .ShouldBe("""200 {"id":"pos-1","state":"cut"}""");
        (await LoopbackLab.TextOfAsync(await lab.GetAsync("/lab/cables"))).ShouldBe("""200 [{"id":"pos-1","state":"cut"}]""");
        drum.Find("pos-1")!.State.ShouldBe(CableState.Cut);
    }

    [Fact]
    public async Task A_diverted_cable_leads_to_the_address_that_it_names()
    {
        var drum = new Cables(new SteppedClock(), 1);
        var cable = drum.Lay("pos-1");
        using var thief = new TcpListener(IPAddress.Loopback, 0);
        thief.Start();
        await using var lab = await LoopbackLab.StartAsync(r => r.MapCables(drum));
        var end = $"127.0.0.1:{((IPEndPoint)thief.LocalEndpoint).Port}";

        (await LoopbackLab.TextOfAsync(await lab.PostAsync("/lab/cables/pos-1", new { state = "connected", divertedTo = end })))
            .ShouldBe($$"""200 {"id":"pos-1","state":"connected","divertedTo":"{{end}}"}""");
        await using var stream = await cable.ConnectAsync("192.0.2.1", 443, default);

        using var caught = await thief.AcceptTcpClientAsync();
        caught.Connected.ShouldBeTrue();
        (await LoopbackLab.TextOfAsync(await lab.PostAsync("/lab/cables/pos-1", new { state = "connected", divertedTo = "nowhere" })))
            .ShouldBe("400 bad_diversion: divertedTo 'nowhere' is not a host and port such as 127.0.0.1:4444");
    }

    [Theory]
    [InlineData("/lab/cables/x", "cut", "404 no_such_cable: no cable 'x'; there are: pos-1")]
    [InlineData("/lab/cables/pos-1", "torn", "400 bad_state: no cable state 'torn'; there are: connected, cut, slow, lossy")]
    [InlineData("/lab/cables/pos-1", "7", "400 bad_state: no cable state '7'; there are: connected, cut, slow, lossy")]
    [InlineData("/lab/cables/pos-1", null, "400 bad_state: no cable state ''; there are: connected, cut, slow, lossy")]
    public async Task What_is_no_cable_or_no_state_is_answered_with_what_is(string path, string? state, string expected)
    {
        var drum = new Cables(new SteppedClock(), 1);
        drum.Lay("pos-1");
        await using var lab = await LoopbackLab.StartAsync(r => r.MapCables(drum));

        (await LoopbackLab.TextOfAsync(await lab.PostAsync(path, new { state }))).ShouldBe(expected);
    }
}
