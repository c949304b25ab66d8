using PairingLab.Kernel.Serial;

namespace PairingLab.Drivers.Serial;

/// <summary>What the driver says of a display that it cannot read.</summary>
public sealed class UnreadableDisplayTests : IDisposable
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);

    private readonly Scratch _scratch = new();
    private readonly ListWitness _witness = new();
    private ISerialPort? _port;

    [Fact]
    public async Task Garbage_in_every_sentence_is_counted_and_said()
    {
        var lab = Lab();
        lab.Cable.Add(new LoseByte(12));
        await using var display = await OpenAsync(lab);
        lab.Code = "1234";
        var why = await UnreadableAsync(display);
        why.Message.ShouldContain("no sound sentence among them");
        why.Message.ShouldContain("is 9600 8N1 how the display is set?");
        why.Diagnosis.Counts.Good.ShouldBe(0);
        why.Diagnosis.Counts.Damaged.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task A_wrong_baud_rate_is_suspected()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a pseudo-terminal is needed");
        var lab = Lab();
        await using var display = await CommanderDisplay.OpenAsync(
            "commander-1", _port!.Address, lab, _witness, new SerialSettings(19200));
        lab.Code = "1234";
        var why = await UnreadableAsync(display);
        why.Message.ShouldContain("is 19200 8N1 how the display is set?");
        why.Message.ShouldContain("would fit 9600 baud");
        why.IsLineFault.ShouldBeTrue();
        why.Diagnosis.Counts.Good.ShouldBe(0);
    }

    [Fact]
    public async Task A_stuck_segment_is_named_with_its_digit()
    {
        var lab = Lab();
        lab.Cable.Add(new StuckSegment('g', DisplayDigit.Left, lit: true));
        await using var display = await OpenAsync(lab);
        lab.Code = "1213";
        var why = await UnreadableAsync(display);
        why.Message.ShouldContain("left digit: no known character: segments b c g lit (segment f stuck off, or segment g stuck on?)");
        (await display.ReadShownAsync()).Text.ShouldStartWith("?");
    }

    [Fact]
    public async Task A_missing_point_is_said()
    {
        var lab = Lab();
        lab.Cable.Add(new StuckSegment('p', DisplayDigit.Right, lit: false));
        await using var display = await OpenAsync(lab);
        lab.Code = "1234";
        (await UnreadableAsync(display)).Message.ShouldContain("only pairs without the point were seen");
    }

    [Fact]
    public async Task A_cut_cable_is_a_missing_heartbeat()
    {
        var lab = Lab();
        await using var display = await OpenAsync(lab);
        lab.Code = "1234";
        lab.AtStep = ms => lab.Cable.Connected = ms < 1000;
        (await UnreadableAsync(display)).Message.ShouldContain("the heartbeat is missing");
    }

    [Fact]
    public async Task A_display_without_power_is_silent()
    {
        var lab = Lab();
        lab.Powered = false;
        await using var display = await OpenAsync(lab);
        (await UnreadableAsync(display)).Message.ShouldContain("no sentence came at all");
    }

    [Fact]
    public async Task On_stepped_time_sentences_that_come_seconds_late_are_waited_for()
    {
        var lab = Lab();
        lab.Powered = false;
        var clock = new ImpatientClock(TimeSpan.FromSeconds(3), () =>
        {
            lab.Powered = true;
            lab.Send(default);
            lab.Send(default);
        });
        await using var display = await CommanderDisplay.OpenAsync("commander-1", _port!.Address, lab, _witness, clock: clock);
        (await display.ReadShownAsync()).IsDark.ShouldBeTrue();
    }

    [Fact]
    public async Task A_dark_display_is_said_to_be_dark()
    {
        await using var display = await OpenAsync(Lab());
        var why = await UnreadableAsync(display);
        why.Message.ShouldContain("the display was dark");
        why.IsLineFault.ShouldBeFalse("what is shown is the product's");
    }

    public void Dispose()
    {
        _port?.Dispose();
        _scratch.Dispose();
    }

    private LabDisplay Lab() =>
        new(_port = SerialPorts.Create(_scratch.Folder, "commander-1"));

    private async Task<CommanderDisplay> OpenAsync(LabDisplay lab) =>
        await CommanderDisplay.OpenAsync("commander-1", _port!.Address, lab, _witness);

    private static Task<DisplayUnreadableException> UnreadableAsync(CommanderDisplay display) =>
        Should.ThrowAsync<DisplayUnreadableException>(() => display.ReadSiteOtpAsync(Short));
}
