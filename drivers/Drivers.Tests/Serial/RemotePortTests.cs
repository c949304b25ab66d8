namespace PairingLab.Drivers.Serial;

/// <summary>Against the real ser2net, serving a terminal as it would serve a cable.</summary>
public class RemotePortTests
{
    [Fact]
    public async Task Reads_and_writes_a_port_that_ser2net_serves()
    {
        using var pair = await TtyPair.OpenAsync();
        using var scratch = new Scratch();
        var port = FreePort.Next();
        using var server = await Ser2Net.StartAsync(scratch, pair.Near, port);
        await using var far = await SerialLine.OpenAsync(pair.Far);
        await using var line = await OpenAsync($"tcp://127.0.0.1:{port}");

        // The server opens its terminal a moment after it has accepted; ask until it answers.
        var sentence = "$PLDSP,0042,06,CF*72\r\n"u8.ToArray();
        await line.WriteAsync("$PLDSQ*5A\r\n"u8.ToArray());
        (await Patience.ReadAsync(far, 11)).ShouldBe("$PLDSQ*5A\r\n"u8.ToArray());
        await far.WriteAsync(sentence);
        (await Patience.ReadAsync(line, sentence.Length)).ShouldBe(sentence);
    }

    private static async Task<ISerialLine> OpenAsync(string address)
    {
        ISerialLine? line = null;
        await Patience.UntilAsync(
            async () =>
            {
                try
                {
                    line = await SerialLine.OpenAsync(address);
                    return true;
                }
                catch (SerialLineException e) when (e.Problem == SerialProblem.Unreachable)
                {
                    return false;
                }
            },
            "ser2net listens");
        return line!;
    }
}
