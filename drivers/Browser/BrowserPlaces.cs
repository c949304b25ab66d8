namespace PairingLab.Drivers.Browser;

/// <summary>Where browsers usually are, the preferred one first.</summary>
internal static class BrowserPlaces
{
    public static IEnumerable<BrowserFound> On(BrowserMachine machine) => machine.Platform switch
    {
        PlatformID.Win32NT => OnWindows(machine),
        PlatformID.MacOSX => OnMac().Concat(OnPath(machine)),
        _ => OnPath(machine),
    };

    private static IEnumerable<BrowserFound> OnPath(BrowserMachine machine)
    {
        // Chromium without the parts that only a window needs: a page opens in a third of the time.
        string[] names =
        [
            "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
            "microsoft-edge-stable",
        ];
        var folders = (machine.Variable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return names.SelectMany(n => folders.Select(f => new BrowserFound($"{f.TrimEnd('/')}/{n}", n)));
    }

    private static IEnumerable<BrowserFound> OnWindows(BrowserMachine machine)
    {
        (string Path, string How)[] places =
        [
            (@"Chromium\Application\chrome.exe", "chromium"),
            (@"Google\Chrome\Application\chrome.exe", "google-chrome"),
            (@"Microsoft\Edge\Application\msedge.exe", "microsoft-edge"),
        ];
        string[] variables = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
        var folders = variables.Select(machine.Variable).OfType<string>().ToList();
        return places.SelectMany(p => folders.Select(f => new BrowserFound($@"{f}\{p.Path}", p.How)));
    }

    private static IEnumerable<BrowserFound> OnMac() =>
    [
        new("/Applications/Chromium.app/Contents/MacOS/Chromium", "chromium"),
        new("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "google-chrome"),
        new("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge", "microsoft-edge"),
    ];
}
