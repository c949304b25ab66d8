using System.Diagnostics;
using System.Text;

namespace PairingLab.Kernel.Serial;

public sealed class PseudoTerminalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lab-pty-").FullName;

    [Fact]
    public void Is_published_as_a_link_to_a_terminal()
    {
        using var port = Make();
        port.Plugged.ShouldBeTrue();
        port.Address.ShouldBe(Path.Combine(_folder, "commander-1"));
        new FileInfo(port.Address).LinkTarget.ShouldBe(port.SlavePath);
        port.SlavePath!.ShouldStartWith("/dev/pts/");
    }

    [Fact]
    public async Task A_reader_gets_what_is_sent_and_is_heard()
    {
        using var port = Make();
        var heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        port.Received += bytes => heard.TrySetResult(Encoding.ASCII.GetString(bytes.Span));
        await using var reader = OpenRaw(port.Address);
        port.Send("$PLDSP,0042,06,CF*72\r\n"u8);
        (await ReadAsync(reader, 22)).ShouldBe("$PLDSP,0042,06,CF*72\r\n");
        await reader.WriteAsync("$PLDSQ*5A\r\n"u8.ToArray());
        (await heard.Task.WaitAsync(TimeSpan.FromSeconds(8), TimeProvider.System)).ShouldBe("$PLDSQ*5A\r\n");
    }

    [Fact]
    public async Task Unplugging_hangs_up_and_plugging_makes_a_new_terminal_under_the_old_link()
    {
        using var port = Make();
        await using (var reader = OpenRaw(port.Address))
        {
            port.Unplug();
            port.Plugged.ShouldBeFalse();
            port.SlavePath.ShouldBeNull();
            Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
            (await ReadAsync(reader, 1)).ShouldBeEmpty();
        }

        port.Unplug();
        port.Send("lost"u8);
        port.Plug();
        port.Plug();
        await using var again = OpenRaw(port.Address);
        port.Send("new"u8);
        (await ReadAsync(again, 3)).ShouldBe("new");
    }

    [Fact]
    public async Task With_nobody_reading_it_never_waits_and_keeps_only_a_little()
    {
        using var port = Make();
        var old = Enumerable.Repeat((byte)'o', 200).ToArray();
        for (var i = 0; i < 5000; i++)
        {
            port.Send(old); // a megabyte
        }

        await using var reader = OpenRaw(port.Address);
        var kept = 0;
        for (var got = ""; !got.Contains('n', StringComparison.Ordinal); kept += got.Length)
        {
            port.Send("n"u8); // more than once: while the kernel is full this one is lost, too
            got = await ReadAsync(reader, 1);
        }

        kept.ShouldBeLessThan(100_000);
    }

    [Fact]
    public async Task A_reader_that_falls_behind_loses_nothing()
    {
        using var port = Make();
        await using var reader = OpenRaw(port.Address);
        var sent = string.Concat(Enumerable.Range(0, 400).Select(i => $"$PLDSP,{i:D4},06,CF*72\r\n")); // more than a minute of heartbeats
        foreach (var sentence in sent.Chunk(22))
        {
            port.Send(Encoding.ASCII.GetBytes(sentence));
        }

        (await ReadAsync(reader, sent.Length)).ShouldBe(sent);
    }

    [Fact]
    public async Task What_one_reader_left_unread_is_not_news_to_the_next()
    {
        using var port = Make();
        await using (OpenRaw(port.Address))
        {
            port.Send("old"u8);
        }

        port.Send("nobody reads this"u8);
        await using var next = OpenRaw(port.Address);
        port.Send("new"u8);
        (await ReadAsync(next, 3)).ShouldBe("new");
    }

    [Fact]
    public async Task A_reader_that_comes_back_is_heard_again()
    {
        using var port = Make();
        for (var i = 0; i < 3; i++)
        {
            var heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            void Hear(ReadOnlyMemory<byte> bytes) => heard.TrySetResult(Encoding.ASCII.GetString(bytes.Span));
            port.Received += Hear;
            await using (var reader = OpenRaw(port.Address))
            {
                await reader.WriteAsync("hello"u8.ToArray());
                (await heard.Task.WaitAsync(TimeSpan.FromSeconds(8), TimeProvider.System)).ShouldBe("hello");
            }

            port.Received -= Hear;
        }
    }

    [Fact]
    public async Task A_handler_may_send_and_unplug()
    {
        using var port = Make();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        port.Received += _ =>
        {
            port.Send("answer"u8);
            port.Unplug();
            done.SetResult();
        };
        await using var reader = OpenRaw(port.Address);
        await reader.WriteAsync("x"u8.ToArray());
        await done.Task.WaitAsync(TimeSpan.FromSeconds(8), TimeProvider.System);
        port.Plugged.ShouldBeFalse();
    }

    [Fact]
    public async Task Sees_the_speed_of_the_reader_and_garbles_what_it_gets()
    {
        using var port = Make();
        port.ReaderSettings.ShouldBe(SerialSettings.Default);
        Stty(port.Address, "19200");
        port.ReaderSettings.ShouldBe(new SerialSettings(19200));
        await using var reader = OpenRaw(port.Address);
        port.Send("$PLDSP"u8);
        var expected = WireBits.Misread("$PLDSP"u8, SerialSettings.Default, new SerialSettings(19200));
        (await ReadAsync(reader, expected.Length)).ShouldBe(Encoding.Latin1.GetString(expected));
    }

    [Fact]
    public async Task A_display_with_parity_is_garbage_to_a_terminal_that_has_none()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "no pseudo-terminals here");
        using var port = new PseudoTerminal(Path.Combine(_folder, "parity"), new SerialSettings(Parity: SerialParity.Odd));
        await using var reader = OpenRaw(port.Address);
        port.Send("$PLDSP"u8);
        (await ReadAsync(reader, 6)).ShouldContain('\0');
    }

    [Fact]
    public void What_an_earlier_run_left_is_replaced_but_no_file_of_anybody()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "no pseudo-terminals here");
        var link = Path.Combine(_folder, "commander-1");
        File.CreateSymbolicLink(link, "/dev/pts/99999");
        using (var port = Make())
        {
            new FileInfo(link).LinkTarget.ShouldBe(port.SlavePath);
        }

        File.WriteAllText(link, "somebody's");
        Should.Throw<IOException>(Make).Message.ShouldContain("choose another folder");
        File.ReadAllText(link).ShouldBe("somebody's");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private PseudoTerminal Make()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "no pseudo-terminals here");
        return new PseudoTerminal(Path.Combine(_folder, "commander-1"), SerialSettings.Default);
    }

    private static FileStream OpenRaw(string path) => new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);

    private static async Task<string> ReadAsync(FileStream reader, int count)
    {
        var bytes = new byte[count];
        var got = 0;
        try
        {
            Task<int> NextAsync() =>
                reader.ReadAsync(bytes.AsMemory(got)).AsTask().WaitAsync(TimeSpan.FromSeconds(8), TimeProvider.System);

            for (int more; got < count && (more = await NextAsync()) > 0;)
            {
                got += more;
            }
        }
        catch (IOException)
        {
            // A hang-up is an end or an error, as the system likes.
        }

        return Encoding.Latin1.GetString(bytes, 0, got);
    }

    private static void Stty(string path, string speed)
    {
        using var process = Process.Start(new ProcessStartInfo("stty", ["-F", path, speed]) { UseShellExecute = false })!;
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }
}
