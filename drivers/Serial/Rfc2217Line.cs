using System.Buffers.Binary;

namespace PairingLab.Drivers.Serial;

/// <summary>
/// A remote serial port by RFC 2217: Telnet with the COM port option, by which baud, parity and stop bits are set at the far end.
/// </summary>
internal sealed class Rfc2217Line : ISerialLine
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    // RFC 2217, and RFC 856 and 858 for the two options that keep bytes as they are.
    private const byte ComPort = 44, Binary = 0, NoGoAhead = 3;
    private const byte SetBaud = 1, SetDataBits = 2, SetParity = 3, SetStopBits = 4, OfServer = 100;

    private readonly ISerialLine _line;
    private readonly TelnetDecoder _telnet = new();
    private readonly byte[] _raw = new byte[1024];
    private readonly Queue<byte> _early = new();

    private Rfc2217Line(string name, ISerialLine line)
    {
        Name = name;
        _line = line;
    }

    public string Name { get; }

    /// <summary>Opens it and has the far end set its port. Throws <see cref="SerialLineException"/> when it can't or won't.</summary>
    public static async Task<Rfc2217Line> OpenAsync(string address, SerialSettings settings, CancellationToken cancel)
    {
        var line = new Rfc2217Line(address, await TcpSerialLine.OpenAsync("tcp" + address["rfc2217".Length..], cancel));
        try
        {
            using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
            await line.NegotiateAsync(settings, either.Token);
            return line;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            await line.DisposeAsync();
            throw PortTrouble.Unsupported(address, "the far end does not speak RFC 2217; if it serves its port raw, use tcp://");
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        if (_early.Count > 0)
        {
            var taken = Math.Min(_early.Count, buffer.Length);
            for (var i = 0; i < taken; i++)
            {
                buffer.Span[i] = _early.Dequeue();
            }

            return taken;
        }

        while (true)
        {
            var count = await _line.ReadAsync(_raw.AsMemory(0, Math.Min(_raw.Length, buffer.Length)), cancel);
            if (count == 0)
            {
                return 0;
            }

            var length = _telnet.Decode(_raw.AsSpan(0, count), buffer.Span);
            await AnswerAsync(cancel);
            if (length > 0)
            {
                return length;
            }
        }
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default) =>
        _line.WriteAsync(TelnetDecoder.Escaped(bytes.Span), cancel);

    public ValueTask DisposeAsync() => _line.DisposeAsync();

    private async Task NegotiateAsync(SerialSettings settings, CancellationToken cancel)
    {
        await _line.WriteAsync(
            new byte[]
            {
                TelnetDecoder.Iac, TelnetDecoder.Will, Binary, TelnetDecoder.Iac, TelnetDecoder.Do, Binary,
                TelnetDecoder.Iac, TelnetDecoder.Do, NoGoAhead, TelnetDecoder.Iac, TelnetDecoder.Will, ComPort,
            },
            cancel);
        await UntilAsync(() => _telnet.Accepted.Contains(ComPort), cancel);
        var baud = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(baud, settings.Baud);
        await SetAsync(SetDataBits, [(byte)settings.DataBits], cancel);
        await SetAsync(SetParity, [(byte)(settings.Parity switch { SerialParity.Odd => 2, SerialParity.Even => 3, _ => 1 })], cancel);
        await SetAsync(SetStopBits, [(byte)settings.StopBits], cancel);
        await SetAsync(SetBaud, baud, cancel);
        await UntilAsync(() => _telnet.Confirmed.ContainsKey(SetBaud + OfServer), cancel);
        var set = BinaryPrimitives.ReadInt32BigEndian(_telnet.Confirmed[SetBaud + OfServer]);
        if (set != settings.Baud)
        {
            throw PortTrouble.Unsupported(Name, $"the far end set {set} baud instead of {settings.Baud}");
        }
    }

    private ValueTask SetAsync(byte what, byte[] value, CancellationToken cancel) => _line.WriteAsync(
        new byte[] { TelnetDecoder.Iac, TelnetDecoder.Begin, ComPort, what }
            .Concat(TelnetDecoder.Escaped(value)).Concat(new[] { TelnetDecoder.Iac, TelnetDecoder.End }).ToArray(),
        cancel);

    private async Task UntilAsync(Func<bool> met, CancellationToken cancel)
    {
        var decoded = new byte[_raw.Length];
        while (!met())
        {
            var count = await _line.ReadAsync(_raw, cancel);
            if (count == 0 || _telnet.Refused.Contains(ComPort))
            {
                throw PortTrouble.Unsupported(
                    Name, "the far end hung up or refused RFC 2217; ser2net has it with the accepter telnet(rfc2217),tcp,3001");
            }

            foreach (var b in decoded.AsSpan(0, _telnet.Decode(_raw.AsSpan(0, count), decoded)))
            {
                _early.Enqueue(b);
            }

            await AnswerAsync(cancel);
        }
    }

    // Options that nobody here asked for are refused, each once.
    private async Task AnswerAsync(CancellationToken cancel)
    {
        while (_telnet.Asked.TryDequeue(out var asked))
        {
            if (asked.Option is not (ComPort or Binary or NoGoAhead))
            {
                var no = asked.Verb == TelnetDecoder.Do ? TelnetDecoder.Wont : TelnetDecoder.Dont;
                await _line.WriteAsync(new[] { TelnetDecoder.Iac, no, asked.Option }, cancel);
            }
        }
    }
}

/// <summary>Takes Telnet's commands out of a byte stream that may be cut anywhere (RFC 854).</summary>
internal sealed class TelnetDecoder
{
    public const byte Iac = 255, Dont = 254, Do = 253, Wont = 252, Will = 251, Begin = 250, End = 240;

    private const int LongestCommand = 64;

    private readonly List<byte> _inside = [];
    private Place _place;
    private byte _verb;

    private enum Place { Data, Command, Option, Inside, InsideCommand }

    /// <summary>Options that the far end does, or lets us do.</summary>
    public HashSet<byte> Accepted { get; } = [];

    /// <summary>Options that it won't.</summary>
    public HashSet<byte> Refused { get; } = [];

    /// <summary>What it asks for (<see cref="Do"/>) or offers (<see cref="Will"/>) and was not answered yet.</summary>
    public Queue<(byte Verb, byte Option)> Asked { get; } = new();

    /// <summary>The values of the COM port option that it told, by their command.</summary>
    public Dictionary<int, byte[]> Confirmed { get; } = [];

    /// <summary>A byte of 255 is sent twice.</summary>
    public static byte[] Escaped(ReadOnlySpan<byte> bytes)
    {
        var sent = new List<byte>(bytes.Length);
        foreach (var b in bytes)
        {
            sent.Add(b);
            if (b == Iac)
            {
                sent.Add(b);
            }
        }

        return [.. sent];
    }

    /// <summary>Puts the data among these bytes into <paramref name="data"/>, which is as long at least; gives how many they are.</summary>
    public int Decode(ReadOnlySpan<byte> bytes, Span<byte> data)
    {
        var length = 0;
        foreach (var b in bytes)
        {
            if (Take(b))
            {
                data[length++] = b;
            }
        }

        return length;
    }

    // True for a byte of data.
    private bool Take(byte b)
    {
        switch (_place)
        {
            case Place.Data when b != Iac: return true;
            case Place.Data: _place = Place.Command; return false;
            case Place.Command when b == Iac: _place = Place.Data; return true;
            case Place.Command: Command(b); return false;
            case Place.Option: Option(b); return false;
            case Place.Inside when b == Iac: _place = Place.InsideCommand; return false;
            case Place.InsideCommand when b == End: Close(); return false;
            default: Add(b); return false;
        }
    }

    private void Command(byte b)
    {
        _verb = b;
        _inside.Clear();
        _place = b switch { Begin => Place.Inside, Will or Wont or Do or Dont => Place.Option, _ => Place.Data };
    }

    private void Option(byte option)
    {
        _place = Place.Data;
        if (_verb is Do or Will)
        {
            Asked.Enqueue((_verb, option));
            Accepted.Add(option);
        }
        else
        {
            Refused.Add(option);
        }
    }

    private void Add(byte b)
    {
        _place = Place.Inside;
        if (_inside.Count < LongestCommand)
        {
            _inside.Add(b);
        }
    }

    private void Close()
    {
        _place = Place.Data;
        if (_inside is [44, var what, ..])
        {
            Confirmed[what] = [.. _inside[2..]];
        }
    }
}
