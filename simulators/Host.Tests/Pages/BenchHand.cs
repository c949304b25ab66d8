using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PairingLab.Host.Tests.Pages;

/// <summary>A person at the bench page, who clicks, types and reads, and has nothing else.</summary>
internal sealed class BenchHand(IPage page)
{
    /// <summary>Generous: a loaded machine is no slower person.</summary>
    private const float Patience = 30_000;

    /// <summary>The open page.</summary>
    public IPage Page => page;

    /// <summary>A device on it.</summary>
    public ILocator Device(string id) => page.Locator($"#device-{id}");

    /// <summary>Presses a button of a device.</summary>
    public Task PressAsync(string device, string button) => Device(device)
        .GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(new() { Timeout = Patience });

    /// <summary>Types into a field of a device.</summary>
    public Task TypeAsync(string device, string field, string text) => Device(device)
        .GetByLabel(field, new() { Exact = true }).FillAsync(text, new() { Timeout = Patience });

    /// <summary>Waits until a device shows a text.</summary>
    public Task SeesAsync(string device, string text) =>
        Assertions.Expect(Device(device)).ToContainTextAsync(text, new() { Timeout = Patience });

    /// <summary>Waits until the guide says something.</summary>
    public Task GuideSaysAsync(string text) =>
        Assertions.Expect(page.Locator("#guide")).ToContainTextAsync(text, new() { Timeout = Patience });

    /// <summary>Lets time pass by a preset of the clock, and waits until it has.</summary>
    public Task LetPassAsync(string preset) => page.RunAndWaitForResponseAsync(
        () => page.Locator("#clock-presets").GetByRole(AriaRole.Button, new() { Name = preset, Exact = true }).ClickAsync(),
        answer => answer.Url.EndsWith("/bench/clock", StringComparison.Ordinal) && answer.Request.Method == "POST");

    /// <summary>Waits until a text of that form stands in a part of the page, and reads it.</summary>
    public async Task<string> ReadAsync(ILocator where, Regex form)
    {
        await Assertions.Expect(where).ToContainTextAsync(form, new() { Timeout = Patience });
        return form.Match(await where.InnerTextAsync()).Value;
    }
}
