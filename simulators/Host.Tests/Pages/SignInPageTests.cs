using System.Net;
using Microsoft.Playwright;
using PairingLab.Drivers.Browser;

namespace PairingLab.Host.Tests.Pages;

/// <summary>A lab with a token asks a person for it on a page, and a program in JSON.</summary>
[Collection(PagesCollection.Name)]
public sealed class SignInPageTests(RunningBrowser browser) : IAsyncLifetime
{
    private const string Token = "s3cret-and-long-enough";

    private PagesBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await PagesBench.StartAsync(Token);

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_person_signs_in_on_a_page()
    {
        await using var session = browser.Session();
        var page = await session.OpenAsync("sign-in", bench.Page("/systems/commander"));

        await page.GetByLabel("Token").FillAsync("something else");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("This is not the lab's token.");
        await page.GetByLabel("Token").FillAsync(Token);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Assertions.Expect(page.Locator("#device-pos-1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_program_is_told_in_JSON()
    {
        using var answer = await bench.Http.GetAsync("/lab/devices");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("token_required");
    }
}
