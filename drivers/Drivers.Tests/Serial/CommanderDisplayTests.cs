using PairingLab.Kernel.Serial;

namespace PairingLab.Drivers.Serial;

/// <summary>The driver and a simulated display, over a real pseudo-terminal and over TCP.</summary>
public sealed class CommanderDisplayTests : IDisposable
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);

    private readonly Scratch _scratch = new();
    private readonly ListWitness _witness = new();
    private ISerialPort? _port;

    public static TheoryData<SerialPortKind> Kinds =>
        OperatingSystem.IsLinux() ? [SerialPortKind.PseudoTerminal, SerialPortKind.Tcp] : [SerialPortKind.Tcp];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Reads_the_otp(SerialPortKind kind)
    {
        var lab = Lab(kind);
        await using var display = await OpenAsync(lab);
        lab.Code = "1111";
        (await display.ReadSiteOtpAsync()).ShouldBe("1111");
        lab.Code = "4071";
        (await display.ReadSiteOtpAsync()).ShouldBe("4071");
        _witness.Secrets.ShouldBe(["1111", "4071"]);
        _witness.Sentences.ShouldAllBe(s => s.Note == null);
        display.Diagnosis.Counts.Damaged.ShouldBe(0);
        display.Diagnosis.Counts.Gaps.ShouldBe(0);
    }

    [Fact]
    public async Task Tells_the_witness_every_change_once()
    {
        var lab = Lab();
        await using var display = await OpenAsync(lab);
        lab.Code = "1234";
        await display.ReadSiteOtpAsync();
        _witness.Shown.Distinct().ShouldBe([SegmentEncoder.First("1234"), SegmentEncoder.Second("1234")], ignoreOrder: true);
        _witness.Shown.Zip(_witness.Shown.Skip(1)).ShouldAllBe(two => two.First != two.Second);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Reads_what_is_shown_and_the_dark(SerialPortKind kind)
    {
        var lab = Lab(kind);
        await using var display = await OpenAsync(lab);
        (await display.ReadShownAsync()).IsDark.ShouldBeTrue();
        lab.Code = "1212";
        (await display.ReadShownAsync()).Text.ShouldBeOneOf("12", "12.");
        lab.Code = null;
        (await display.ReadShownAsync()).IsDark.ShouldBeTrue();
    }

    [Fact]
    public async Task Old_sentences_still_on_their_way_are_not_taken_for_new_ones()
    {
        var lab = Lab();
        await using var display = await OpenAsync(lab);
        lab.Code = "1234";
        await lab.PassAsync(TimeSpan.FromSeconds(20));
        lab.Code = "5678";
        (await display.ReadSiteOtpAsync()).ShouldBe("5678");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Old_sentences_that_come_only_after_the_reading_has_begun_are_not_taken_for_new_ones(int second)
    {
        using var line = new LateLine(_port = SerialPorts.Create(_scratch.Folder, "commander-1"));
        var lab = new LabDisplay(line) { Code = "1234" };
        await using var display = await OpenAsync(lab);
        await lab.PassAsync(TimeSpan.FromSeconds(20));
        lab.Code = "5678";
        lab.AtStep = ms => line.Late = ms <= (20 + second) * 1000;
        (await display.ReadSiteOtpAsync()).ShouldBe("5678");
    }

    [Fact]
    public async Task A_code_replaced_while_it_is_read_gives_the_new_one()
    {
        // From 4000 on the old code has had its five turns: both begin with the same pair.
        for (var at = 200; at < 4000; at += 200)
        {
            using var port = SerialPorts.Create(_scratch.Folder, $"replaced-{at}");
            var change = at;
            var lab = new LabDisplay(port) { Code = "1234" };
            lab.AtStep = ms => lab.Code = ms < change ? "1234" : "1256";
            await using var display = await CommanderDisplay.OpenAsync("commander-1", port.Address, lab, _witness);
            (await display.ReadSiteOtpAsync()).ShouldBe("1256", $"changed at {at} ms");
        }
    }

    [Fact]
    public async Task A_byte_lost_at_every_position_in_turn_does_not_mislead()
    {
        var lab = Lab();
        await using var display = await OpenAsync(lab);
        lab.Code = "8060";
        for (var position = 0; position < DisplayLinkSentence.Length; position++)
        {
            lab.Cable.Mend();
            lab.Cable.Add(new LoseByte(position, sentences: 2));
            (await display.ReadSiteOtpAsync(TimeSpan.FromSeconds(20))).ShouldBe("8060", $"position {position}");
        }

        display.Diagnosis.Counts.Damaged.ShouldBeGreaterThan(30);
        _witness.Sentences.ShouldContain(s => s.Note != null && s.Note.StartsWith("dropped"));
    }

    [Fact]
    public async Task A_lossy_cable_is_slow_but_right()
    {
        var lab = Lab();
        lab.Cable.Add(new Lossy(0.003, new Random(7)));
        await using var display = await OpenAsync(lab);
        lab.Code = "0918";
        (await display.ReadSiteOtpAsync(TimeSpan.FromMinutes(2))).ShouldBe("0918");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Unplugged_says_so_and_plugged_again_reads_on(SerialPortKind kind)
    {
        var lab = Lab(kind);
        await using var display = await OpenAsync(lab);
        lab.Code = "1234";
        await display.ReadSiteOtpAsync();

        _port!.Unplug();
        await Patience.UntilAsync(() => !display.Diagnosis.LineUp, "the driver notices");
        var why = await UnreadableAsync(display);
        why.Message.ShouldContain("the line is lost");
        why.Message.ShouldContain(_port.Address);
        (await Should.ThrowAsync<SerialLineException>(() => display.RequestStateAsync())).Problem.ShouldBe(SerialProblem.Lost);

        _port.Plug();
        await Patience.UntilAsync(() => display.Diagnosis.LineUp, "the driver is back");
        lab.Code = "5678";
        (await display.ReadSiteOtpAsync()).ShouldBe("5678");
        display.Diagnosis.TimesLost.ShouldBe(1);
        _witness.Sentences.Select(s => s.Note).Where(n => n is not null)
            .ShouldBe([$"line lost: {_port.Address} was hung up", "line is back"]);
    }

    [Fact]
    public async Task Unplugged_in_the_middle_of_a_reading_never_mixes_two_codes()
    {
        var lab = Lab();
        await using var display = await OpenAsync(lab);
        lab.Code = "1234";
        lab.AtStep = ms =>
        {
            if (ms == 3400)
            {
                _port!.Unplug();
                lab.Code = "1256";
                _port.Plug();
            }
        };
        (await display.ReadSiteOtpAsync(TimeSpan.FromSeconds(60))).ShouldBe("1256");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Asks_for_the_state(SerialPortKind kind)
    {
        var lab = Lab(kind);
        var queries = new DisplayLinkQueries();
        var asked = 0;
        lab.Cable.Received += bytes => Interlocked.Add(ref asked, queries.Feed(bytes.Span));
        await using var display = await OpenAsync(lab);
        await display.RequestStateAsync();
        await Patience.UntilAsync(() => Volatile.Read(ref asked) == 1, "the display is asked");
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        await using var display = await OpenAsync(Lab());
        using var cancel = new CancellationTokenSource();
        var reading = display.ReadSiteOtpAsync(TimeSpan.FromHours(1), cancel.Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_display_that_is_not_there_cannot_be_opened()
    {
        var trouble = await Should.ThrowAsync<SerialLineException>(
            () => CommanderDisplay.OpenAsync("commander-1", _scratch.Path("nothing"), Lab(), _witness));
        trouble.Problem.ShouldBe(SerialProblem.NoSuchPath);
    }

    public void Dispose()
    {
        _port?.Dispose();
        _scratch.Dispose();
    }

    private LabDisplay Lab(SerialPortKind? kind = null) =>
        new(_port = SerialPorts.Create(_scratch.Folder, "commander-1", kind: kind));

    private async Task<CommanderDisplay> OpenAsync(LabDisplay lab) =>
        await CommanderDisplay.OpenAsync("commander-1", _port!.Address, lab, _witness);

    private static Task<DisplayUnreadableException> UnreadableAsync(CommanderDisplay display) =>
        Should.ThrowAsync<DisplayUnreadableException>(() => display.ReadSiteOtpAsync(Short));
}
