using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;

namespace PairingLab.Host.Tests.Devices;

/// <summary>What holds for every kind of device, said once.</summary>
public sealed class DeviceContractTests
{
    /// <summary>
    /// CAS stays beside the runtime (docs/decisions/cas-beside-the-runtime.md), and there is no case for it: it sends nothing over a cable,
    /// so no answer can be held up on it. TerminalTrust.Tests has the same four behaviours for it, in CasDeviceTests.
    /// A router and a mail server ask nobody anything.
    /// </summary>
    private static readonly string[] BesideTheRuntime = ["cas", "router", "mail-server"];

    /// <summary>Every kind but those.</summary>
    public static TheoryData<string> All => Those(_ => true);

    /// <summary>Those of them that keep something of an answer.</summary>
    public static TheoryData<string> WithMemory => Those(c => c.Remembers is not null);

    /// <summary>Those of them that begin anew after a restart.</summary>
    public static TheoryData<string> WithoutMemory => Those(c => c.Remembers is null);

    /// <summary>Those of them at whose answer something is written to their own disk.</summary>
    public static TheoryData<string> Writing => Those(c => c.AnswersItself || (c.Remembers is not null && !c.HasNoDisk));

    /// <summary>Those of them at whose answer nothing is written.</summary>
    public static TheoryData<string> NotWriting => Those(c => c is { Remembers: null, AnswersItself: false });

    /// <summary>Those of them for which a server remembers.</summary>
    public static TheoryData<string> WithoutDisk => Those(c => c.HasNoDisk);

    [Fact]
    public async Task No_kind_is_missing()
    {
        await using var bench = await DeviceBench.StartAsync();
        var known = BesideTheRuntime.Concat(DeviceCase.All.Select(c => c.Kind));
        bench.Kinds.Order(StringComparer.Ordinal).ShouldBe(known.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_answer_that_comes_after_a_power_cut_is_refused(string kind)
    {
        await using var bench = await DeviceBench.StartAsync();
        var (device, button) = await DeviceCase.Of(kind).ReadyToAskAsync(bench);
        var booted = (Disk: "", Screen: "");
        var restarted = bench.AtNextAnswerTo(device, async () =>
        {
            await device.PowerAsync(on: false);

            // A device that asks its server on booting would show the answer to that.
            bench.Cables.Lay(device.Info.Id).Divert(DeviceBench.NobodyThere);
            await device.PowerAsync(on: true);
            booted = (bench.Store.TextOf(device), DeviceBench.ScreenOf(device));
        });

        await bench.PressAsync(device, button);
        await restarted;
        await bench.Clock.AdvanceAsync(TimeSpan.Zero);

        booted.Screen.ShouldNotBeEmpty("nothing was asked");
        bench.Store.TextOf(device).ShouldBe(booted.Disk);
        DeviceBench.ScreenOf(device).ShouldBe(booted.Screen);
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task A_full_disk_is_said_on_the_screen_and_the_answer_is_taken_when_it_has_room_again(string kind)
    {
        await using var bench = await DeviceBench.StartAsync();
        var device = await AskAsDiskFillsUpAsync(bench, kind);

        device.Panel.Texts.ShouldContain(FullDisk.Message);
        device.Panel.Lines.ShouldContain(l => l.Text == FullDisk.Message, "the page shows it too");
        var before = bench.Store.TextOf(device);
        bench.Store.Full = false;
        await bench.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        device.Panel.Texts.ShouldNotContain(FullDisk.Message);
        await ShouldHaveTheAnswerAsync(bench, device);
        bench.Store.TextOf(device).ShouldNotBe(before);
    }

    [Theory]
    [MemberData(nameof(NotWriting))]
    public async Task A_full_disk_is_no_matter_to_a_device_that_writes_nothing(string kind)
    {
        await using var bench = await DeviceBench.StartAsync();
        var device = await AskAsDiskFillsUpAsync(bench, kind);
        await ShouldHaveTheAnswerAsync(bench, device);
    }

    [Theory]
    [MemberData(nameof(WithoutDisk))]
    public async Task A_device_without_a_disk_says_when_that_of_its_server_is_full(string kind)
    {
        await using var bench = await DeviceBench.StartAsync();
        var (device, button) = await DeviceCase.Of(kind).ReadyToAskAsync(bench);
        bench.Store.Full = true;
        await RestartAsync(bench, device);

        await bench.PressAsync(device, button);

        device.Panel.Texts.ShouldBe([FullDisk.Message]);
        bench.Store.Full = false;
        await bench.PressAsync(device, "OK");
        await bench.PressAsync(device, button);
        await ShouldHaveTheAnswerAsync(bench, device);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Power_that_is_cut_while_an_answer_is_waited_for_leaves_what_was_on_the_disk(string kind)
    {
        await using var bench = await DeviceBench.StartAsync();
        var (device, button) = await DeviceCase.Of(kind).ReadyToAskAsync(bench);
        bench.Cables.Lay(device.Info.Id).Set(CableState.Cut);
        await bench.PressAsync(device, button);
        var before = bench.Store.TextOf(device);

        await device.PowerAsync(on: false);
        DeviceBench.ScreenOf(device).ShouldBe("");
        bench.Cables.Lay(device.Info.Id).Set(CableState.Connected);
        await bench.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));

        bench.Store.TextOf(device).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(WithMemory))]
    public async Task A_restart_keeps_what_the_device_remembers(string kind)
    {
        await using var bench = await DeviceBench.StartAsync();
        var device = await AnsweredAsync(bench, kind);

        await RestartAsync(bench, device);
        if (DeviceCase.Of(kind).Behind is { } behind)
        {
            await bench.PressAsync(device, behind);
        }

        Screen(device).ShouldContain(DeviceCase.Of(kind).Remembers);
    }

    [Theory]
    [MemberData(nameof(WithoutMemory))]
    public async Task A_device_that_remembers_nothing_begins_anew_after_a_restart(string kind)
    {
        await using var bench = await DeviceBench.StartAsync();
        await using var another = await DeviceBench.StartAsync();
        var fresh = await another.AddAsync(kind);
        var device = await AnsweredAsync(bench, kind);
        var before = bench.Store.TextOf(device);

        await RestartAsync(bench, device);

        DeviceBench.ScreenOf(device).ShouldBe(DeviceBench.ScreenOf(fresh));
        bench.Store.TextOf(device).ShouldBe(before);
    }

    private static TheoryData<string> Those(Func<DeviceCase, bool> which) => new(DeviceCase.All.Where(which).Select(c => c.Kind));

    private static async Task<IDevice> AnsweredAsync(DeviceBench bench, string kind)
    {
        var (device, button) = await DeviceCase.Of(kind).ReadyToAskAsync(bench);
        await bench.PressAsync(device, button);
        await ShouldHaveTheAnswerAsync(bench, device);
        return device;
    }

    private static async Task<IDevice> AskAsDiskFillsUpAsync(DeviceBench bench, string kind)
    {
        var (device, button) = await DeviceCase.Of(kind).ReadyToAskAsync(bench);
        var full = bench.AtNextAnswerTo(device, () =>
        {
            bench.Store.Full = true;
            return Task.CompletedTask;
        });

        await bench.PressAsync(device, button);
        await full;
        return device;
    }

    private static async Task ShouldHaveTheAnswerAsync(DeviceBench bench, IDevice device)
    {
        var its = DeviceCase.Of(device.Info.Kind);
        if (its.Closes is { } button)
        {
            await bench.PressAsync(device, button);
        }

        Screen(device).ShouldContain(its.Then);
    }

    private static async Task RestartAsync(DeviceBench bench, IDevice device)
    {
        await device.PowerAsync(on: false);
        await device.PowerAsync(on: true);
        await bench.Clock.AdvanceAsync(DeviceCase.Of(device.Info.Kind).BootTakes);
    }

    private static IEnumerable<string?> Screen(IDevice device) => [device.Panel.Title, .. device.Panel.Texts];
}
