namespace PairingLab.Drivers.Browser;

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
