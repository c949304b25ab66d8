using System.Net.Sockets;
using System.Text;

namespace PairingLab.Kernel.Serial;

public class TcpSerialPortTests
{
    [Fact]
    public async Task Readers_get_what_is_sent_and_are_heard()
    {
        using var port = new TcpSerialPort();
        var heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        // What it hears proves that the reader was let in, so nothing is lost after it.
        port.Received += bytes => heard.TrySetResult(Encoding.ASCII.GetString(bytes.Span));
        using var reader = await ConnectAsync(port);
        await reader.SendAsync("$PLDSQ*5A\r\n"u8.ToArray());
        (await heard.Task.WaitAsync(TimeSpan.FromSeconds(8), TimeProvider.System)).ShouldBe("$PLDSQ*5A\r\n");
        port.Send("$PLDSP"u8);
        (await ReadAsync(reader, 6)).ShouldBe("$PLDSP");
    }

    [Fact]
    public async Task Unplugging_hangs_up_and_plugging_listens_at_the_same_address()
    {
        using var port = new TcpSerialPort();
        var address = port.Address;
        using (var reader = await ConnectAsync(port))
        {
            port.Unplug();
            (await ReadAsync(reader, 1)).ShouldBeEmpty();
        }

        port.Plugged.ShouldBeFalse();
        port.Unplug();
        port.Send("lost"u8);
        await Should.ThrowAsync<SocketException>(async () => (await ConnectAsync(port)).Dispose());
        port.Plug();
        port.Address.ShouldBe(address);
        using var again = await ConnectAsync(port);
    }

    [Fact]
    public async Task A_reader_that_does_not_read_holds_nobody_up()
    {
        using var port = new TcpSerialPort();
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        port.Received += _ => heard.TrySetResult();
        using var reader = await ConnectAsync(port);
        await reader.SendAsync("x"u8.ToArray());
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(8), TimeProvider.System);
        var much = new byte[64 * 1024];
        for (var i = 0; i < 500; i++)
        {
            port.Send(much); // 32 MB, more than any buffer; the test is that it comes to its end
        }
    }

    [Fact]
    public async Task One_reader_too_many_is_hung_up_on_and_the_others_stay()
    {
        using var port = new TcpSerialPort();
        using var heard = new SemaphoreSlim(0);
        port.Received += _ => heard.Release();
        var readers = new List<Socket>();
        for (var i = 0; i < TcpSerialPort.MostReaders; i++)
        {
            readers.Add(await ConnectAsync(port));
            await readers[i].SendAsync("x"u8.ToArray());
            (await heard.WaitAsync(TimeSpan.FromSeconds(8))).ShouldBeTrue();
        }

        using var late = await ConnectAsync(port);
        (await ReadAsync(late, 1)).ShouldBeEmpty();
        port.Send("$"u8);
        (await ReadAsync(readers[0], 1)).ShouldBe("$");
        readers.ForEach(r => r.Dispose());
    }

    [Fact]
    public void The_kind_can_be_chosen()
    {
        using var port = SerialPorts.Create("unused", "x", kind: SerialPortKind.Tcp);
        port.ShouldBeOfType<TcpSerialPort>();
        port.Address.ShouldStartWith("tcp://127.0.0.1:");
        Directory.Exists("unused").ShouldBeFalse();
    }

    private static async Task<Socket> ConnectAsync(TcpSerialPort port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var uri = new Uri(port.Address);
        await socket.ConnectAsync(uri.Host, uri.Port);
        return socket;
    }

    private static async Task<string> ReadAsync(Socket reader, int count)
    {
        var bytes = new byte[count];
        var got = 0;
        try
        {
            Task<int> NextAsync() =>
                reader.ReceiveAsync(bytes.AsMemory(got)).AsTask().WaitAsync(TimeSpan.FromSeconds(8), TimeProvider.System);

            for (int more; got < count && (more = await NextAsync()) > 0;)
            {
                got += more;
            }
        }
        catch (SocketException)
        {
            // Reset: hung up before it was let in.
        }

        return Encoding.ASCII.GetString(bytes, 0, got);
    }
}
