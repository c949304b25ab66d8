using PairingLab.Drivers.Browser;

namespace PairingLab.Drivers.Tests.Browser;

public sealed class BrowserFinderTests
{
    private readonly Dictionary<string, string> variables = new() { ["PATH"] = "/usr/local/bin:/usr/bin/" };
    private readonly HashSet<string> files = [];
    private readonly List<string> ran = [];
    private bool root = true;
    private bool apt = true;

    [Fact]
    public async Task The_first_in_order_is_taken()
    {
        files.UnionWith(
        [
            "/own", "/usr/bin/microsoft-edge", "/usr/bin/google-chrome", "/usr/bin/chromium", "/usr/bin/chromium-headless-shell", "/env",
            "/bench",
        ]);
        variables["PAIRINGLAB_BROWSER"] = "/env";

        (await Finder().FindAsync("/bench")).ShouldBe(new BrowserFound("/bench", "bench file"));
        (await Finder().FindAsync()).ShouldBe(new BrowserFound("/env", "PAIRINGLAB_BROWSER"));
        variables.Remove("PAIRINGLAB_BROWSER");
        foreach (var (path, how) in new[]
        {
            ("/usr/bin/chromium-headless-shell", "chromium-headless-shell"), ("/usr/bin/chromium", "chromium"),
            ("/usr/bin/google-chrome", "google-chrome"),
            ("/usr/bin/microsoft-edge", "microsoft-edge"), ("/own", "Playwright's own"),
        })
        {
            (await Finder().FindAsync()).ShouldBe(new BrowserFound(path, how));
            files.Remove(path);
        }

        (await Should.ThrowAsync<NoBrowserException>(() => Finder().FindAsync())).Message.ShouldContain("apt-get install chromium");
    }

    [Theory]
    [InlineData(PlatformID.Win32NT, @"C:\PF\Google\Chrome\Application\chrome.exe", "google-chrome")]
    [InlineData(PlatformID.Win32NT, @"C:\PF86\Microsoft\Edge\Application\msedge.exe", "microsoft-edge")]
    [InlineData(PlatformID.MacOSX, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "google-chrome")]
    [InlineData(PlatformID.MacOSX, "/usr/local/bin/chromium", "chromium")]
    public async Task Usual_places_elsewhere_are_looked_at(PlatformID platform, string path, string how)
    {
        variables["ProgramFiles"] = @"C:\PF";
        variables["ProgramFiles(x86)"] = @"C:\PF86";
        files.Add(path);

        (await Finder(platform).FindAsync()).ShouldBe(new BrowserFound(path, how));
    }

    [Fact]
    public async Task One_that_is_named_but_not_there_is_an_error()
    {
        files.Add("/usr/bin/chromium");

        (await Should.ThrowAsync<NoBrowserException>(() => Finder().FindAsync("/x")))
            .Message.ShouldStartWith("no browser at /x, as bench file says");
        variables["PAIRINGLAB_BROWSER"] = "/y";
        (await Should.ThrowAsync<NoBrowserException>(() => Finder().FindAsync()))
            .Message.ShouldStartWith("no browser at /y, as PAIRINGLAB_BROWSER says");
    }

    [Fact]
    public async Task Nothing_is_installed_when_there_is_one()
    {
        files.Add("/usr/bin/chromium");

        await InstallAsync(_ => 0);

        ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task As_root_on_debian_the_package_is_installed()
    {
        var found = await InstallAsync(line => files.Add($"/usr/bin/{line.Split(' ')[^1]}") ? 0 : 1);

        found.Path.ShouldBe("/usr/bin/chromium-headless-shell");
        ran.ShouldBe(
        [
            "no browser found: installing Debian's package chromium, which takes a minute or two",
            "/usr/bin/apt-get install -y --no-install-recommends chromium",
            "/usr/bin/apt-get install -y --no-install-recommends chromium-headless-shell",
        ]);
    }

    [Fact]
    public async Task Where_there_is_no_headless_shell_chromium_will_do()
    {
        var found = await InstallAsync(
            line => line.EndsWith(" chromium", StringComparison.Ordinal) && files.Add("/usr/bin/chromium") ? 0 : 100);

        found.Path.ShouldBe("/usr/bin/chromium");
    }

    [Fact]
    public async Task Without_package_lists_they_are_fetched_first()
    {
        await InstallAsync(line => line.EndsWith("update", StringComparison.Ordinal) ? 0
            : ran.Exists(r => r.EndsWith("update", StringComparison.Ordinal)) && files.Add("/usr/bin/chromium") ? 0 : 100);

        ran.Skip(1).Take(3).ShouldBe(
        [
            "/usr/bin/apt-get install -y --no-install-recommends chromium",
            "/usr/bin/apt-get update",
            "/usr/bin/apt-get install -y --no-install-recommends chromium",
        ]);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Elsewhere_playwright_installs_its_own(bool hasApt, bool isRoot)
    {
        (apt, root) = (hasApt, isRoot);

        var found = await InstallAsync(_ => files.Add("/own") ? 0 : 1);

        found.ShouldBe(new BrowserFound("/own", "Playwright's own"));
        ran.ShouldBe(["no browser found: installing Playwright's chromium", "playwright install chromium"]);
    }

    [Fact]
    public async Task When_nothing_helps_it_says_how()
    {
        (await Should.ThrowAsync<NoBrowserException>(() => InstallAsync(_ => 1)))
            .Message.ShouldStartWith("no browser found: install one (");
        ran.ShouldContain("playwright install chromium");
    }

    [Fact]
    public async Task Who_can_do_without_one_goes_on_when_none_can_be_installed()
    {
        (await Installer(_ => 1).LookOrInstallAsync()).ShouldBeNull();
        ran.ShouldContain("playwright install chromium");
    }

    [Fact]
    public async Task One_that_is_named_must_be_there_even_for_who_can_do_without_one()
    {
        variables["PAIRINGLAB_BROWSER"] = "/env";
        (await Should.ThrowAsync<NoBrowserException>(() => Installer(_ => 1).LookOrInstallAsync())).Message.ShouldContain("/env");
        ran.ShouldBeEmpty();
    }

    private BrowserFinder Finder(PlatformID platform = PlatformID.Unix) =>
        new(new BrowserMachine(platform, variables.GetValueOrDefault, files.Contains, () => Task.FromResult("/own")));

    private Task<BrowserFound> InstallAsync(Func<string, int> run) => Installer(run).FindOrInstallAsync();

    private BrowserInstaller Installer(Func<string, int> run)
    {
        var machine = new InstallMachine(
            () => apt,
            () => root,
            (p, a) => Task.FromResult(Run($"{p} {string.Join(' ', a)}")),
            a => Run($"playwright {string.Join(' ', a)}"));
        return new BrowserInstaller(Finder(), machine, ran.Add);

        int Run(string line)
        {
            ran.Add(line);
            return run(line);
        }
    }
}
