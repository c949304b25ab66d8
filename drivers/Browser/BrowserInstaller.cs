namespace PairingLab.Drivers.Browser;

/// <summary>Finds a browser and, when there is none, installs one.</summary>
/// <param name="finder">Looks before and after.</param>
/// <param name="machine">Where it is installed.</param>
/// <param name="say">Tells the person what is being done, one line at a time.</param>
public sealed class BrowserInstaller(BrowserFinder finder, InstallMachine machine, Action<string> say)
{
    private const string Apt = "/usr/bin/apt-get";

    /// <summary>The browser; throws <see cref="NoBrowserException"/>, which says how to install one, when that failed.</summary>
    /// <param name="ofBench">The bench file's, or null.</param>
    public async Task<BrowserFound> FindOrInstallAsync(string? ofBench = null)
    {
        if (await finder.LookAsync(ofBench) is { } found)
        {
            return found;
        }

        if (machine.HasApt() && machine.IsRoot())
        {
            await AptAsync();
        }

        return await finder.LookAsync(ofBench) ?? await OwnAsync(ofBench);
    }

    private async Task AptAsync()
    {
        say("no browser found: installing Debian's package chromium, which takes a minute or two");
        if (await machine.Run(Apt, ["install", "-y", "--no-install-recommends", "chromium"]) != 0)
        {
            // A fresh image has no package lists yet.
            await machine.Run(Apt, ["update"]);
            await machine.Run(Apt, ["install", "-y", "--no-install-recommends", "chromium"]);
        }

        // Where there is such a package the lab is faster with it; where not, nothing is missing.
        await machine.Run(Apt, ["install", "-y", "--no-install-recommends", "chromium-headless-shell"]);
    }

    private async Task<BrowserFound> OwnAsync(string? ofBench)
    {
        say("no browser found: installing Playwright's chromium");
        machine.Playwright(["install", "chromium"]);
        return await finder.FindAsync(ofBench);
    }
}
