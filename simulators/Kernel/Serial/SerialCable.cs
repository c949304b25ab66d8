namespace PairingLab.Kernel.Serial;

/// <summary>
/// The cable between a display and its port: what is plugged into it as a fault happens to every sentence, in the order of plugging.
/// </summary>
public sealed class SerialCable
{
    private readonly Lock _gate = new();
    private readonly ISerialPort _port;
    private readonly List<byte> _bytes = [];
    private ISerialFault[] _faults = [];
    private volatile bool _connected = true;

    /// <summary>A sound cable.</summary>
    /// <param name="port">What it is plugged into.</param>
    /// <param name="random">Where its random faults come from.</param>
    public SerialCable(ISerialPort port, Random random)
    {
        _port = port;
        Random = random;
        _port.Received += Hear;
    }

    /// <summary>What came from the other end, over a cable that is not cut; from a thread of the port.</summary>
    public event Action<ReadOnlyMemory<byte>>? Received;

    /// <summary>The cable was cut, damaged or mended, or its port pulled or put back.</summary>
    public event Action? Changed;

    /// <summary>Where its random faults come from.</summary>
    public Random Random { get; }

    /// <summary>The port at the cable's end.</summary>
    public ISerialPort Port => _port;

    /// <summary>False when the cable is cut: nothing goes either way, though the port stays for a reader to open.</summary>
    public bool Connected
    {
        get => _connected;
        set
        {
            _connected = value;
            Changed?.Invoke();
        }
    }

    /// <summary>What is wrong with the cable, in the order in which it happens to a sentence.</summary>
    public IReadOnlyList<ISerialFault> Faults
    {
        get { lock (_gate) { return _faults; } }
    }

    /// <summary>Adds a fault, after those that are there.</summary>
    public void Add(ISerialFault fault)
    {
        lock (_gate) { _faults = [.. _faults, fault]; }
        Changed?.Invoke();
    }

    /// <summary>Takes one fault away.</summary>
    public void Remove(ISerialFault fault)
    {
        lock (_gate) { _faults = [.. _faults.Where(f => f != fault)]; }
        Changed?.Invoke();
    }

    /// <summary>Connects the cable and takes all faults away.</summary>
    public void Mend()
    {
        lock (_gate) { _faults = []; }
        Connected = true;
    }

    /// <summary>Puts the port back, or pulls it: its path vanishes.</summary>
    public void Plug(bool plugged)
    {
        if (plugged)
        {
            _port.Plug();
        }
        else
        {
            _port.Unplug();
        }

        Changed?.Invoke();
    }

    /// <summary>Sends one whole sentence.</summary>
    public void Send(ReadOnlySpan<byte> sentence)
    {
        if (!Connected)
        {
            return;
        }

        lock (_gate)
        {
            if (_faults.Length == 0)
            {
                _port.Send(sentence);
                return;
            }

            SendDamaged(sentence);
        }
    }

    private void SendDamaged(ReadOnlySpan<byte> sentence)
    {
        _bytes.Clear();
        _bytes.AddRange(sentence);
        foreach (var fault in _faults)
        {
            fault.Happen(_bytes);
        }

        _port.Send(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes));
    }

    private void Hear(ReadOnlyMemory<byte> bytes)
    {
        if (Connected)
        {
            Received?.Invoke(bytes);
        }
    }
}
