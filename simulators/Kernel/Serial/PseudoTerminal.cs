namespace PairingLab.Kernel.Serial;

/// <summary>
/// A serial port that is a terminal device of this machine, published as a symbolic link: unplugging removes terminal and link,
/// plugging makes a new terminal under the old link. A reader set to another speed or parity gets what a real one would: garbage.
/// Linux.
/// </summary>
public sealed class PseudoTerminal : ISerialPort
{
    private readonly Lock _gate = new();
    private readonly SerialSettings _settings;
    private TerminalPair? _pair;

    /// <summary>Makes the terminal and links it.</summary>
    /// <param name="link">The path of the link; its folder is made if missing, and what an earlier run left there is replaced.</param>
    /// <param name="settings">How this end is set.</param>
    public PseudoTerminal(string link, SerialSettings settings)
    {
        Address = Path.GetFullPath(link);
        _settings = settings;
        Plug();
    }

    /// <inheritdoc />
    public event Action<ReadOnlyMemory<byte>>? Received;

    /// <inheritdoc />
    public string Address { get; }

    /// <summary><c>/dev/pts/N</c> while plugged, and another one each time; else null.</summary>
    public string? SlavePath
    {
        get { lock (_gate) { return _pair?.SlavePath; } }
    }

    /// <inheritdoc />
    public bool Plugged
    {
        get { lock (_gate) { return _pair is not null; } }
    }

    /// <summary>How the reader has set its side; as this end until one does.</summary>
    public SerialSettings ReaderSettings
    {
        get { lock (_gate) { return _pair?.ReaderSettings() ?? _settings; } }
    }

    /// <inheritdoc />
    public void Plug()
    {
        lock (_gate)
        {
            if (_pair is null)
            {
                _pair = new TerminalPair(_settings, bytes => Received?.Invoke(bytes));
                Link(_pair.SlavePath);
            }
        }
    }

    /// <inheritdoc />
    public void Unplug()
    {
        TerminalPair? pair;
        lock (_gate)
        {
            (pair, _pair) = (_pair, null);
            if (pair is not null)
            {
                File.Delete(Address);
            }
        }

        // Outside the gate: a handler that is just now told of bytes may want to send.
        pair?.Dispose();
    }

    /// <inheritdoc />
    public void Send(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_pair is null)
            {
                return;
            }

            var reader = _pair.ReaderSettings();
            _pair.Write(reader == _settings ? bytes : WireBits.Misread(bytes, _settings, reader));
        }
    }

    /// <inheritdoc />
    public void Dispose() => Unplug();

    // Renamed into place, so that a reader finds the old link, none, or the new one, but never half of one.
    private void Link(string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Address)!);
        if (File.Exists(Address) && new FileInfo(Address).LinkTarget is null)
        {
            throw new IOException($"{Address} is a file of its own, not a link to a terminal; choose another folder for serial ports.");
        }

        var fresh = $"{Address}.{Guid.NewGuid():N}";
        File.CreateSymbolicLink(fresh, target);
        File.Move(fresh, Address, overwrite: true);
    }
}
