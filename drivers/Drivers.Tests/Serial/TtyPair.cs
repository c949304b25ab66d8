namespace PairingLab.Drivers.Serial;

/// <summary>Two terminals tied to each other by socat: what is written to one is read from the other.</summary>
internal sealed class TtyPair : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly Tool _socat;

    private TtyPair()
    {
        (Near, Far) = (_scratch.Path("near"), _scratch.Path("far"));
        _socat = Tool.Start(Tool.PathOrSkip("socat"), $"pty,raw,echo=0,link={Near}", $"pty,raw,echo=0,link={Far}");
    }

    public string Near { get; }

    public string Far { get; }

    public static async Task<TtyPair> OpenAsync()
    {
        var pair = new TtyPair();
        await Patience.UntilAsync(() => File.Exists(pair.Near) && File.Exists(pair.Far), "socat has made its terminals");
        return pair;
    }

    /// <summary>Pulls both ends out.</summary>
    public void Unplug() => _socat.Dispose();

    public void Dispose()
    {
        _socat.Dispose();
        _scratch.Dispose();
    }
}
