using System.Diagnostics;
using System.Text.Json;
using PairingLab.Drivers.Browser;

namespace PairingLab.Drivers.Tests.Browser;

/// <summary>A browser that runs elsewhere already, by the DevTools protocol and by Playwright's own server.</summary>
public sealed class BrowserElsewhereTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pairinglab-browser-");
    private Process? elsewhere;

    public void Dispose()
    {
        elsewhere?.Kill(entireProcessTree: true);
        elsewhere?.WaitForExit();
        elsewhere?.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_chromium_with_a_debugging_port_is_driven(bool byHttp)
    {
        var at = await StartChromiumAsync();
        await DriveAsync(byHttp ? $"http://127.0.0.1:{at.Port}" : at.ToString());
        elsewhere!.HasExited.ShouldBeFalse("it is not the lab's to end");
    }

    [Fact]
    public async Task A_server_of_Playwright_is_driven()
    {
        var driver = Path.Combine(AppContext.BaseDirectory, ".playwright");
        var node = Directory.Exists(driver) ? Directory.GetFiles(Path.Combine(driver, "node"), "node*", SearchOption.AllDirectories) : [];
        Assert.SkipWhen(node.Length == 0, "Playwright's driver is not here");
        var config = Path.Combine(folder.FullName, "server.json");
        await File.WriteAllTextAsync(config, JsonSerializer.Serialize(new
        {
            executablePath = await ChromiumAsync(),
            headless = true,
            host = "127.0.0.1",
            args = new[] { "--no-sandbox" },
        }));
        var cli = Path.Combine(driver, "package", "cli.js");
        Start(node[0], cli, "launch-server", "--browser", "chromium", "--config", config);
        string? address;
        while ((address = await elsewhere!.StandardOutput.ReadLineAsync()) is not null
            && !address.StartsWith("ws://", StringComparison.Ordinal))
        {
            // It says more than its address.
        }

        await DriveAsync(address.ShouldNotBeNull());
    }

    [Theory]
    [InlineData("http://127.0.0.1:9", "start one there with --remote-debugging-port=9222")]
    [InlineData("ws://127.0.0.1:9/x", "start Playwright's server there")]
    public async Task One_that_does_not_answer_is_told_with_what_would_help(string address, string help)
    {
        var found = await new BrowserFinder(BrowserMachine.This).FindAsync(address);
        await using var browser = new LabBrowser(found);
        await using var session = browser.Session();
        var refused = await Should.ThrowAsync<NoBrowserException>(() => session.OpenAsync("pos-1", RunningBrowser.Page));
        refused.Message.ShouldStartWith($"no browser answers at {address}, as bench file says: ");
        refused.Message.ShouldContain(help);
    }

    private static async Task DriveAsync(string address)
    {
        var found = await new BrowserFinder(BrowserMachine.This).FindAsync(address);
        await using var browser = new LabBrowser(found);
        await using var session = browser.Session(traced: true);
        var page = await session.OpenAsync("pos-1", RunningBrowser.Page);
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Workstation 1");
    }

    private async Task<Uri> StartChromiumAsync()
    {
        Start(
            await ChromiumAsync(),
            "--headless", "--no-sandbox", "--disable-gpu",
            "--remote-debugging-port=0", $"--user-data-dir={folder.FullName}", "about:blank");
        while (await elsewhere!.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Split("DevTools listening on ") is [_, var address])
            {
                _ = elsewhere.StandardError.ReadToEndAsync();
                return new(address.Trim());
            }
        }

        throw new InvalidOperationException("chromium ended");
    }

    private static async Task<string> ChromiumAsync()
    {
        var found = await new BrowserFinder(BrowserMachine.This).LookAsync();
        Assert.SkipWhen(found is null || found.Address is not null, "there is no browser here to start");
        return found!.Path;
    }

    private void Start(string program, params string[] arguments) => elsewhere = Process.Start(new ProcessStartInfo(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardError = true,
        RedirectStandardOutput = true,
    });
}
