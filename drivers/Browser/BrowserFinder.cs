namespace PairingLab.Drivers.Browser;

/// <summary>
/// Looks for a browser: the bench file's, PAIRINGLAB_BROWSER, chromium (its headless shell before all), google-chrome, Edge, Playwright's
/// own. One that is named but not there is an error: the lab doesn't quietly take another.
/// </summary>
public sealed class BrowserFinder(BrowserMachine machine)
{
    /// <summary>The environment variable that names a browser.</summary>
    public const string Variable = "PAIRINGLAB_BROWSER";

    private const string HowToInstall =
        "install one (Debian and Ubuntu: apt-get install chromium; elsewhere: Chrome or Edge) or name one in the bench file (\"browser\") "
        + $"or in {Variable}";

    /// <summary>The browser; throws <see cref="NoBrowserException"/> when there is none.</summary>
    /// <param name="ofBench">The bench file's, or null.</param>
    public async Task<BrowserFound> FindAsync(string? ofBench = null) =>
        await LookAsync(ofBench) ?? throw new NoBrowserException($"no browser found: {HowToInstall}");

    /// <summary>The browser or null; throws <see cref="NoBrowserException"/> when one is named but not there.</summary>
    public async Task<BrowserFound?> LookAsync(string? ofBench = null) =>
        Named(ofBench, "bench file")
        ?? Named(machine.Variable(Variable), Variable)
        ?? BrowserPlaces.On(machine).FirstOrDefault(p => machine.FileExists(p.Path))
        ?? await OwnAsync();

    private BrowserFound? Named(string? path, string how) =>
        string.IsNullOrEmpty(path) ? null
        : machine.FileExists(path) ? new BrowserFound(path, how)
        : throw new NoBrowserException($"no browser at {path}, as {how} says: correct it, or leave it out and the lab looks for one");

    private async Task<BrowserFound?> OwnAsync()
    {
        var path = await machine.PlaywrightsOwn();
        return machine.FileExists(path) ? new BrowserFound(path, "Playwright's own") : null;
    }
}

/// <summary>A browser that can be driven.</summary>
/// <param name="Path">The executable.</param>
/// <param name="How">How it was found, for the head of the run: "bench file", "PAIRINGLAB_BROWSER", "chromium" …</param>
public sealed record BrowserFound(string Path, string How);

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
