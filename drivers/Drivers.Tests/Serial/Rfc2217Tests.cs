namespace PairingLab.Drivers.Serial;

/// <summary>Against the real ser2net, which sets its terminal as it is told.</summary>
public sealed class Rfc2217Tests
{
    [Fact]
    public async Task Baud_is_set_at_the_far_end_and_every_byte_passes()
    {
        var stty = Tool.PathOrSkip("stty");
        using var pair = await TtyPair.OpenAsync();
        using var scratch = new Scratch();
        var port = FreePort.Next();
        using var server = await ServeAsync(scratch, pair.Near, port, "telnet(rfc2217),tcp");
        await using var line = await SerialLine.OpenAsync($"rfc2217://127.0.0.1:{port}", new SerialSettings(19200));
        (await Tool.AskAsync(stty, "-F", pair.Near, "speed")).Trim().ShouldBe("19200");

        await using var far = await SerialLine.OpenAsync(pair.Far);
        var all = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        await line.WriteAsync(all);
        (await Patience.ReadAsync(far, all.Length)).ShouldBe(all);
        await far.WriteAsync(all);
        (await Patience.ReadAsync(line, all.Length)).ShouldBe(all);
    }

    [Fact]
    public async Task A_raw_port_is_told_to_be_one()
    {
        using var pair = await TtyPair.OpenAsync();
        using var scratch = new Scratch();
        var port = FreePort.Next();
        using var server = await ServeAsync(scratch, pair.Near, port, "tcp");
        var trouble = await Should.ThrowAsync<SerialLineException>(() => SerialLine.OpenAsync($"rfc2217://127.0.0.1:{port}"));
        trouble.Problem.ShouldBe(SerialProblem.Unsupported);
        trouble.Message.ShouldContain("does not speak RFC 2217; if it serves its port raw, use tcp://");
    }

    [Fact]
    public void Commands_are_taken_out_wherever_the_stream_is_cut()
    {
        byte[] stream = [65, 255, 253, 44, 66, 255, 250, 44, 101, 0, 0, 0x25, 0x80, 255, 240, 255, 255, 67, 255, 241, 68];
        for (var cut = 0; cut <= stream.Length; cut++)
        {
            var telnet = new TelnetDecoder();
            var data = new byte[stream.Length];
            var length = telnet.Decode(stream.AsSpan(0, cut), data);
            length += telnet.Decode(stream.AsSpan(cut), data.AsSpan(length));
            data[..length].ShouldBe([65, 66, 255, 67, 68], $"cut at {cut}");
            telnet.Accepted.ShouldBe([44]);
            telnet.Confirmed[101].ShouldBe([0, 0, 0x25, 0x80]);
        }
    }

    private static async Task<Tool> ServeAsync(Scratch scratch, string terminal, int port, string protocol)
    {
        var server = await Ser2Net.StartAsync(scratch, terminal, port, protocol);
        await Patience.UntilAsync(
            async () =>
            {
                using var socket = new System.Net.Sockets.TcpClient();
                try
                {
                    await socket.ConnectAsync("127.0.0.1", port);
                    return true;
                }
                catch (System.Net.Sockets.SocketException)
                {
                    return false;
                }
            },
            "ser2net listens");
        return server;
    }
}
