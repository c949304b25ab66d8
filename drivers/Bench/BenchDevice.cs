namespace PairingLab.Drivers.Bench;

/// <summary>A device of a bench.</summary>
/// <param name="Id">Its name on the bench: small letters, digits and '-'.</param>
/// <param name="Kind">One of <see cref="BenchKinds"/>.</param>
/// <param name="Is">Simulated, real, or worked by an operator.</param>
/// <param name="Model">The model; the usual one of its kind when the file names none; null for a kind with one model.</param>
/// <param name="Line">A real display's serial line: a path, a COM port or <c>tcp://host:port</c>; null for all others.</param>
/// <param name="Baud">Bits a second on that line.</param>
/// <param name="Parity">Parity on that line.</param>
/// <param name="Page">The web page of another real device; null for all others.</param>
/// <param name="Through">How the panel is worked; null for the run's usual way.</param>
/// <param name="PluggedInto">The id of the device that its cable is plugged into; null for the first one that fits.</param>
/// <param name="Place">Where the file says so, for messages.</param>
public sealed record BenchDevice(
    string Id,
    string Kind,
    DeviceWay Is,
    string? Model,
    string? Line,
    int Baud,
    SerialParity Parity,
    Uri? Page,
    PanelWay? Through,
    string? PluggedInto,
    BenchPlace Place)
{
    /// <summary>The users of a real device, by role ("manager").</summary>
    public IReadOnlyDictionary<string, BenchCredential> Credentials { get; init; } = new Dictionary<string, BenchCredential>();

    /// <summary>How its power is switched; null when it can't be.</summary>
    public BenchPower? Power { get; init; }

    /// <summary>What brings it to the state after a new installation; null when a person does.</summary>
    public BenchAction? Reset { get; init; }

    /// <summary>The file that says where its page has what; null for a page that keeps to the lab's contract.</summary>
    public string? Describe { get; init; }

    /// <summary>The base of its software; null when the file doesn't say.</summary>
    public string? Base { get; init; }

    /// <summary>How long a wait for it lasts; null for the bench's usual patience.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>How its line is set.</summary>
    public SerialSettings Wired() => new(Baud, Parity);

    /// <summary>Whether the lab stands in its network.</summary>
    public bool IsProxied { get; init; }
}

/// <summary>What a device of a bench is, which decides how a scenario reaches it.</summary>
public enum DeviceWay
{
    /// <summary>The lab's own simulator plays it.</summary>
    Simulated,

    /// <summary>A real one, reached over its serial line or its web page.</summary>
    Real,

    /// <summary>A real one, worked by the person at the bench.</summary>
    Operator,
}

/// <summary>How a scenario works the panel of a simulated device.</summary>
public enum PanelWay
{
    /// <summary>By its JSON: milliseconds.</summary>
    Wire,

    /// <summary>By its page, in a browser, as a person does.</summary>
    Browser,
}
