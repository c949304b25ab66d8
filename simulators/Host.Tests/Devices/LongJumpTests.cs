using PairingLab.Kernel.Panels;
using PairingLab.TerminalTrust;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Cas;

namespace PairingLab.Host.Tests.Devices;

/// <summary>
/// A clock that jumps a year lets devices ask only what something depends on, and everybody is where a year would leave them.
/// </summary>
public sealed class LongJumpTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static TheoryData<string> All => new(DeviceCase.All.Select(c => c.Kind));

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_year_of_a_device_in_use_is_a_handful_of_requests(string kind)
    {
        await using var bench = await DeviceBench.StartAsync();
        var (device, button) = await DeviceCase.Of(kind).ReadyToAskAsync(bench);
        await bench.PressAsync(device, button);
        await bench.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        var before = bench.Exchanges;

        await bench.Clock.AdvanceAsync(Year);

        (bench.Exchanges - before).ShouldBeLessThan(100);
    }

    [Fact]
    public async Task A_terminal_in_service_was_connected_once_in_a_year()
    {
        await using var bench = await DeviceBench.StartAsync();
        var (cas, terminal) = await PairedAsync(bench);

        await bench.Clock.AdvanceAsync(Year);

        EventsOf(cas).Count(e => e == EventCode.Connected).ShouldBe(1);
        StatusOf(cas).ShouldBe(TerminalStatus.Online);
        terminal.Panel.Texts.ShouldContain("This terminal is in service.");
    }

    [Fact]
    public async Task A_terminal_whose_cable_is_cut_is_offline_in_a_year_and_connected_again_after_it()
    {
        await using var bench = await DeviceBench.StartAsync();
        var (cas, terminal) = await PairedAsync(bench);
        bench.Cables.Lay(terminal.Info.Id).Set(CableState.Cut);

        await bench.Clock.AdvanceAsync(Year);

        StatusOf(cas).ShouldBe(TerminalStatus.Offline);
        bench.Cables.Lay(terminal.Info.Id).Set(CableState.Connected);
        await bench.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        StatusOf(cas).ShouldBe(TerminalStatus.Online);
        EventsOf(cas).Count(e => e == EventCode.Connected).ShouldBe(2);
    }

    [Fact]
    public async Task A_pairing_request_that_nobody_decides_waits_a_year()
    {
        await using var bench = await DeviceBench.StartAsync();
        var (cas, terminal) = await PairedAsync(bench);
        cas.Server!.Do(new UnpairTerminal(cas.Server.State.Terminals.Keys.Single()));
        await bench.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        var before = bench.Exchanges;
        var startedBefore = EventsOf(cas).Count(e => e == EventCode.Started);

        await bench.Clock.AdvanceAsync(Year);

        EventsOf(cas).Count(e => e == EventCode.Started).ShouldBe(startedBefore);
        cas.Server.State.Requests.Count.ShouldBe(1);
        (bench.Exchanges - before).ShouldBeLessThan(100);
    }

    [Fact]
    public async Task A_terminal_with_an_undecided_request_has_started_anew_when_its_cable_is_mended()
    {
        await using var bench = await DeviceBench.StartAsync();
        var (cas, terminal) = await PairedAsync(bench);
        cas.Server!.Do(new UnpairTerminal(cas.Server.State.Terminals.Keys.Single()));
        await bench.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        var before = EventsOf(cas).Count(e => e == EventCode.Started);
        bench.Cables.Lay(terminal.Info.Id).Set(CableState.Cut);
        await bench.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        bench.Cables.Lay(terminal.Info.Id).Set(CableState.Connected);

        await bench.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));

        (EventsOf(cas).Count(e => e == EventCode.Started) - before).ShouldBe(1);
    }

    [Fact]
    public async Task A_terminal_is_rejected_each_night_of_a_jump_and_served_each_day()
    {
        await using var bench = await DeviceBench.StartAsync();
        var (cas, _) = await PairedAsync(bench);
        cas.Server!.Do(new ChangeRules(ServingRules.New with { Hours = OpeningHours.Parse("06:00-22:00") }));
        var before = EventsOf(cas).Count(e => e == EventCode.Connected);

        await bench.Clock.AdvanceAsync(TimeSpan.FromDays(10));

        (EventsOf(cas).Count(e => e == EventCode.Connected) - before).ShouldBe(10);
    }

    /// <summary>A terminal in service, and its server; the operator is signed in.</summary>
    private static async Task<(CasDevice Cas, IDevice Terminal)> PairedAsync(DeviceBench bench)
    {
        var (terminal, button) = await DeviceCase.Of(TerminalTrustSystem.KioskKind).ReadyToAskAsync(bench);
        await bench.PressAsync(terminal, button);
        await bench.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        return ((CasDevice)bench.Devices.Single(d => d is CasDevice), terminal);
    }

    private static TerminalStatus StatusOf(CasDevice cas) => cas.Server!.State.Terminals.Values.Single().Status;

    private static IEnumerable<EventCode> EventsOf(CasDevice cas) => cas.Server!.State.Log.Select(e => e.Code);
}
