using System.IO.Ports;
using System.Text;
using PairingLab.Kernel.Serial;

namespace PairingLab.Drivers.Serial;

public class LocalPortTests
{
    [Fact]
    public async Task Bytes_pass_both_ways_unchanged()
    {
        using var pair = await TtyPair.OpenAsync();
        await using var near = await SerialLine.OpenAsync(pair.Near);
        await using var far = await SerialLine.OpenAsync(pair.Far);
        var all = Enumerable.Range(0, 256).Select(b => (byte)b).ToArray(); // control characters too: the line is raw
        await near.WriteAsync(all);
        (await Patience.ReadAsync(far, 256)).ShouldBe(all);
        await far.WriteAsync(all);
        (await Patience.ReadAsync(near, 256)).ShouldBe(all);
        near.Name.ShouldBe(pair.Near);
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(9600)]
    [InlineData(19200)]
    [InlineData(115200)]
    public async Task The_baud_rate_is_really_set(int baud)
    {
        using var pair = await TtyPair.OpenAsync();
        await using var line = await SerialLine.OpenAsync(pair.Near, new SerialSettings(baud));
        var state = await Tool.AskAsync(Tool.PathOrSkip("stty"), "-F", pair.Near, "-a");
        state.ShouldContain($"speed {baud} baud");
        state.ShouldContain("cs8");
        state.ShouldContain("-icanon");
        state.ShouldContain("-echo ");
    }

    [Fact]
    public async Task Two_stop_bits_are_really_set()
    {
        using var pair = await TtyPair.OpenAsync();
        await using var line = await SerialLine.OpenAsync(pair.Near, new SerialSettings(StopBits: 2));
        (await Tool.AskAsync(Tool.PathOrSkip("stty"), "-F", pair.Near, "-a")).ShouldMatch(@"[^-]cstopb");
    }

    [Theory]
    [InlineData(SerialParity.Even)]
    [InlineData(SerialParity.Odd)]
    public async Task A_driver_that_has_no_parity_bit_is_named(SerialParity parity)
    {
        using var pair = await TtyPair.OpenAsync();
        var trouble = await Should.ThrowAsync<SerialLineException>(
            () => SerialLine.OpenAsync(pair.Near, new SerialSettings(Parity: parity)));
        trouble.Problem.ShouldBe(SerialProblem.Unsupported);
        trouble.Message.ShouldContain($"{pair.Near}: its driver refuses parity {parity}");
    }

    [Fact]
    public async Task A_driver_that_has_no_seven_bits_is_named()
    {
        using var pair = await TtyPair.OpenAsync();
        var trouble = await Should.ThrowAsync<SerialLineException>(() => SerialLine.OpenAsync(pair.Near, new SerialSettings(DataBits: 7)));
        trouble.Message.ShouldContain("refuses 7 data bits");
    }

    [Fact]
    public async Task An_unknown_baud_rate_is_refused_with_those_there_are()
    {
        using var pair = await TtyPair.OpenAsync();
        var trouble = await Should.ThrowAsync<SerialLineException>(() => SerialLine.OpenAsync(pair.Near, new SerialSettings(9601)));
        trouble.Problem.ShouldBe(SerialProblem.Unsupported);
        trouble.Message.ShouldContain("9601 is not a standard baud rate; allowed values: 300 600 1200");
    }

    [Fact]
    public async Task A_port_in_use_is_busy_and_free_again_afterwards()
    {
        using var pair = await TtyPair.OpenAsync();
        await using (await SerialLine.OpenAsync(pair.Near))
        {
            var trouble = await Should.ThrowAsync<SerialLineException>(() => SerialLine.OpenAsync(pair.Near));
            trouble.Problem.ShouldBe(SerialProblem.Busy);
            trouble.Message.ShouldContain("in use by another program");
        }

        await using var again = await SerialLine.OpenAsync(pair.Near);
        (await Should.ThrowAsync<SerialLineException>(() => SerialLine.OpenAsync(pair.Near))).Problem.ShouldBe(SerialProblem.Busy);
    }

    [Fact]
    public async Task What_lay_unread_before_opening_is_no_news()
    {
        using var pair = await TtyPair.OpenAsync();
        await using var far = await SerialLine.OpenAsync(pair.Far);
        await far.WriteAsync("old"u8.ToArray());
        await UntilUnreadAsync(pair.Near, 3);
        await using var near = await SerialLine.OpenAsync(pair.Near);
        await far.WriteAsync("new"u8.ToArray());
        (await Patience.ReadAsync(near, 3)).ShouldBe("new"u8.ToArray());
    }

    [Fact]
    public async Task A_hang_up_ends_the_reading_and_refuses_writing()
    {
        using var pair = await TtyPair.OpenAsync();
        await using var near = await SerialLine.OpenAsync(pair.Near);
        var reading = Patience.ReadAsync(near, 1);
        pair.Unplug();
        (await reading).ShouldBeEmpty();
        (await Should.ThrowAsync<SerialLineException>(async () => await near.WriteAsync(new byte[1]))).Problem.ShouldBe(SerialProblem.Lost);
    }

    [Fact]
    public async Task A_write_long_after_a_hang_up_that_nobody_read_is_refused_at_once()
    {
        using var pair = await TtyPair.OpenAsync();
        await using var near = await SerialLine.OpenAsync(pair.Near);
        pair.Unplug();
        for (var i = 0; i < 3; i++)
        {
            var writing = near.WriteAsync("$PLDSQ*5A\r\n"u8.ToArray()).AsTask();
            var trouble = await Should.ThrowAsync<SerialLineException>(() => writing.WaitAsync(Patience.Limit, TimeProvider.System));
            trouble.Message.ShouldBe($"{pair.Near} is gone: it was hung up or is closed");
        }

        (await Patience.ReadAsync(near, 1)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_came_before_a_hang_up_is_still_read()
    {
        using var pair = await TtyPair.OpenAsync();
        await using var near = await SerialLine.OpenAsync(pair.Near);
        await using (var far = await SerialLine.OpenAsync(pair.Far))
        {
            await far.WriteAsync("last"u8.ToArray());
            (await Patience.ReadAsync(near, 1)).ShouldBe("l"u8.ToArray());
        }

        pair.Unplug();
        (await Patience.ReadAsync(near, 10)).ShouldBe("ast"u8.ToArray());
    }

    [Fact]
    public async Task A_reader_that_is_starved_reads_all_that_a_display_sent_meanwhile()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a pseudo-terminal is needed");
        using var scratch = new Scratch();
        using var port = SerialPorts.Create(scratch.Folder, "commander-1");
        await using var line = await SerialLine.OpenAsync(port.Address);
        var sent = string.Concat(Enumerable.Range(0, 400).Select(i => $"$PLDSP,{i:D4},06,CF*72\r\n")); // more than a minute of heartbeats
        foreach (var sentence in sent.Chunk(22))
        {
            port.Send(Encoding.ASCII.GetBytes(sentence));
        }

        Encoding.ASCII.GetString(await Patience.ReadAsync(line, sent.Length)).ShouldBe(sent);
    }

    [Fact]
    public async Task Closing_after_a_hang_up_ends()
    {
        using var pair = await TtyPair.OpenAsync();
        var near = await SerialLine.OpenAsync(pair.Near);
        pair.Unplug();
        await Should.ThrowAsync<SerialLineException>(async () => await near.WriteAsync(new byte[1]));
        await Task.Run(async () => await near.DisposeAsync()).WaitAsync(Patience.Limit, TimeProvider.System);
    }

    [Fact]
    public async Task Closing_ends_a_reading_that_waits()
    {
        using var pair = await TtyPair.OpenAsync();
        var near = await SerialLine.OpenAsync(pair.Near);
        var reading = Patience.ReadAsync(near, 1);
        await near.DisposeAsync();
        (await reading).ShouldBeEmpty();
        await near.DisposeAsync();
    }

    [Fact]
    public async Task A_reading_can_be_cancelled_and_taken_up_again()
    {
        using var pair = await TtyPair.OpenAsync();
        await using var near = await SerialLine.OpenAsync(pair.Near);
        await using var far = await SerialLine.OpenAsync(pair.Far);
        using var cancel = new CancellationTokenSource();
        var reading = near.ReadAsync(new byte[1], cancel.Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await reading);
        await far.WriteAsync("x"u8.ToArray());
        (await Patience.ReadAsync(near, 1)).ShouldBe("x"u8.ToArray());
    }

    private static async Task UntilUnreadAsync(string path, int count)
    {
        using var port = new SerialPort(path);
        port.Open();
        await Patience.UntilAsync(() => port.BytesToRead == count, $"{count} bytes lie in {path}");
    }
}
