namespace PairingLab.Drivers.Browser;

/// <summary>
/// Looks for a browser: the bench file's, PAIRINGLAB_BROWSER, chromium (its headless shell before all), google-chrome, Edge, Playwright's
/// own. One that is named but not there is an error: the lab doesn't quietly take another. What is named may be a browser elsewhere,
/// by its address.
/// </summary>
public sealed class BrowserFinder(BrowserMachine machine)
{
    /// <summary>The environment variable that names a browser.</summary>
    public const string Variable = "PAIRINGLAB_BROWSER";

    /// <summary>What a person is told who has none.</summary>
    public const string NoneFound =
        "no browser found: install one (Debian and Ubuntu: apt-get install chromium; elsewhere: Chrome or Edge) or name one in the "
        + $"bench file (\"browser\") or in {Variable}";

    /// <summary>The browser; throws <see cref="NoBrowserException"/> when there is none.</summary>
    /// <param name="ofBench">The bench file's, or null.</param>
    public async Task<BrowserFound> FindAsync(string? ofBench = null) =>
        await LookAsync(ofBench) ?? throw new NoBrowserException(NoneFound);

    /// <summary>The browser or null; throws <see cref="NoBrowserException"/> when one is named but not there.</summary>
    public async Task<BrowserFound?> LookAsync(string? ofBench = null) =>
        Named(ofBench, "bench file")
        ?? Named(machine.Variable(Variable), Variable)
        ?? BrowserPlaces.On(machine).FirstOrDefault(p => machine.FileExists(p.Path))
        ?? await OwnAsync();

    private BrowserFound? Named(string? path, string how) =>
        string.IsNullOrEmpty(path) ? null
        : BrowserFound.AddressOf(path) is not null ? new BrowserFound(path, how)
        : machine.FileExists(path) ? new BrowserFound(path, how)
        : throw new NoBrowserException($"no browser at {path}, as {how} says: correct it, or leave it out and the lab looks for one");

    private async Task<BrowserFound?> OwnAsync()
    {
        var path = await machine.PlaywrightsOwn();
        return machine.FileExists(path) ? new BrowserFound(path, "Playwright's own") : null;
    }
}

/// <summary>A browser that can be driven.</summary>
/// <param name="Path">
/// The executable; or where a browser runs already: <c>http://host:9222</c> for Chrome's DevTools protocol, <c>ws://host:port/…</c>
/// for Playwright's server.
/// </param>
/// <param name="How">How it was found, for the head of the run: "bench file", "PAIRINGLAB_BROWSER", "chromium" …</param>
public sealed record BrowserFound(string Path, string How)
{
    /// <summary>Where it runs already; null for one that the lab starts.</summary>
    public Uri? Address => AddressOf(Path);

    /// <summary>Whether it is reached by the DevTools protocol, not by Playwright's own.</summary>
    public bool IsDevTools => Address is { } at
        && (at.Scheme is "http" or "https" || at.AbsolutePath.StartsWith("/devtools/", StringComparison.Ordinal));

    internal static Uri? AddressOf(string path) =>
        Uri.TryCreate(path, UriKind.Absolute, out var at) && at.Scheme is "http" or "https" or "ws" or "wss" ? at : null;
}

/// <summary>What finding a browser needs to know of the machine.</summary>
/// <param name="Platform">The operating system.</param>
/// <param name="Variable">An environment variable, or null.</param>
/// <param name="FileExists">Whether there is a file.</param>
/// <param name="PlaywrightsOwn">Where Playwright would install its own browser.</param>
public sealed record BrowserMachine(
    PlatformID Platform, Func<string, string?> Variable, Func<string, bool> FileExists, Func<Task<string>> PlaywrightsOwn)
{
    /// <summary>This machine.</summary>
    public static BrowserMachine This { get; } = new(Current(), Environment.GetEnvironmentVariable, File.Exists, OwnAsync);

    private static PlatformID Current() =>
        OperatingSystem.IsWindows() ? PlatformID.Win32NT : OperatingSystem.IsMacOS() ? PlatformID.MacOSX : PlatformID.Unix;

    private static async Task<string> OwnAsync()
    {
        using var playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        return playwright.Chromium.ExecutablePath;
    }
}

/// <summary>There is no browser, or not where it is said to be; the message says how to get one.</summary>
public sealed class NoBrowserException(string message) : Exception(message);
