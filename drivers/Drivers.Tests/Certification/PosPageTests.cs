using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Tests.Browser;

namespace PairingLab.Drivers.Tests.Certification;

/// <summary>What counts as seen on a page, what as held by it, and when it is still; each on a page of one idea.</summary>
public sealed class PosPageTests(RunningBrowser running) : IClassFixture<RunningBrowser>, IAsyncLifetime
{
    private const string Secret = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private static readonly PosDescription Patient = new()
    {
        Product = "P",
        Is = PosWay.Web,
        Texts = new(),
        PatienceSeconds = 0.3,
    };

    private BrowserSession? session;

    public ValueTask InitializeAsync()
    {
        session = running.Missing is null ? running.Lab.Session() : null;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (session is not null)
        {
            await session.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("<p>Paired <b>well</b></p>")]
    [InlineData("<p style='text-transform:uppercase'>Paired well</p>")]
    [InlineData("<p>Paired\n   well</p>")]
    [InlineData("<div id=h></div><script>h.attachShadow({mode:'open'}).innerHTML='<p>Paired well</p>'</script>")]
    [InlineData("<div id=h></div><script>h.attachShadow({mode:'closed'}).innerHTML='<p>Paired well</p>'</script>")]
    [InlineData("<iframe srcdoc='<p>Paired well</p>'></iframe>")]
    [InlineData("<div style='height:3000px'></div><p>Paired well</p>")]
    [InlineData("<div style='height:50px;overflow:auto'><div style='height:300px'></div><p>Paired well</p></div>")]
    [InlineData("<input readonly value='Paired well' style='width:200px'>")]
    [InlineData("<p style='color:#fff;background:#123'>Paired well</p>")]
    [InlineData("<p style='pointer-events:none'>Paired well</p>")]
    [InlineData("<p>Paired well</p><div style='position:fixed;inset:0'></div>")]
    [InlineData("<div style='display:contents'>Paired well</div>")]
    public async Task Seen(string html) => (await ShownAsync(html)).ShouldBe(["Paired well"]);

    [Theory]
    [InlineData("<p hidden>Paired well</p>")]
    [InlineData("<p style='visibility:hidden'>Paired well</p>")]
    [InlineData("<p style='opacity:0'>Paired well</p>")]
    [InlineData("<div style='opacity:.1'><p style='opacity:.1'>Paired well</p></div>")]
    [InlineData("<p style='color:#fff'>Paired well</p>")]
    [InlineData("<p style='color:#eee;background:#fff'>Paired well</p>")]
    [InlineData("<p style='color:transparent'>Paired well</p>")]
    [InlineData("<p style='font-size:1px'>Paired well</p>")]
    [InlineData("<p style='transform:scale(.1)'>Paired well</p>")]
    [InlineData("<p style='position:absolute;left:-5000px'>Paired well</p>")]
    [InlineData("<p style='clip-path:inset(50%)'>Paired well</p>")]
    [InlineData("<p style='position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)'>Paired well</p>")]
    [InlineData("<p>Paired well</p><div style='position:fixed;inset:0;background:#fff'></div>")]
    [InlineData("<p>Paired well</p><div style='position:fixed;inset:0;background:#fff;pointer-events:none'></div>")]
    [InlineData("<p title='Paired well'>Hover</p>")]
    [InlineData("<img alt='Paired well'>")]
    [InlineData("<iframe style='opacity:0' srcdoc='<p>Paired well</p>'></iframe>")]
    [InlineData("<input type=password value='Paired well'>")]
    public async Task Not_seen(string html) => (await ShownAsync(html)).ShouldBeEmpty();

    [Theory]
    [InlineData("<p>S</p>")]
    [InlineData("<p hidden>S</p>")]
    [InlineData("<input value='S'>")]
    [InlineData("<input placeholder='S'>")]
    [InlineData("<img alt='S'>")]
    [InlineData("<p data-key='S'></p>")]
    [InlineData("<!-- S -->")]
    [InlineData("<template><p>S</p></template>")]
    [InlineData("<script>const key = 'S';</script>")]
    [InlineData("<style>p::after { content: 'S' }</style><p>x</p>")]
    [InlineData("<div id=h></div><script>h.attachShadow({mode:'closed'}).innerHTML='<p>S</p>'</script>")]
    [InlineData("<iframe srcdoc='<p>S</p>'></iframe>")]
    [InlineData("<canvas id=c></canvas><script>c.getContext('2d').fillText('S', 9, 9)</script>")]
    [InlineData("<script>localStorage.setItem('key', 'S')</script>")]
    public async Task A_secret_is_found(string html)
    {
        SkipWithoutBrowser();
        string[] ways = [Secret, Secret.ToUpperInvariant(), string.Join(' ', Secret.Chunk(4).Select(c => new string(c)))];
        foreach (var way in ways)
        {
            var page = await OpenAsync(html.Replace("S", way, StringComparison.Ordinal));
            (await page.SecretsAsync([Secret])).ShouldNotBeEmpty(way);
            await session!.DisposeAsync();
            session = running.Lab.Session();
        }
    }

    [Fact]
    public async Task No_secret_no_finding() =>
        (await (await OpenAsync("<p>0f1e 2d3c 4b5a</p><input value='6978'>")).SecretsAsync([Secret])).ShouldBeEmpty();

    [Fact]
    public async Task A_text_counts_when_an_act_has_brought_it_even_for_a_moment()
    {
        var page = await OpenAsync("<p>Always here</p><p id=t></p>");
        await page.MarkAsync(["Always here", "A toast"]);
        await page.Page.EvaluateAsync(
            "() => { t.textContent = 'A toast'; requestAnimationFrame(() => setTimeout(() => t.textContent = '', 60)); }");
        await page.Page.WaitForFunctionAsync("() => t.textContent === ''");
        (await page.ComesAsync(() => page.AppearedAsync("A toast"))).ShouldBeTrue();
        (await page.ComesAsync(() => page.AppearedAsync("Always here"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_dialog_is_accepted_and_its_words_count()
    {
        var page = await OpenAsync("<button onclick='this.textContent = confirm(`Remove it?`)'>Remove</button>");
        await page.MarkAsync([]);
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        (await page.ShownAsync(["true"])).ShouldBe(["true"]);
        (await page.AppearedAsync("Remove it?")).ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_tab_alone_remembers_is_gone_after_a_restart()
    {
        var page = await OpenAsync(
            "<p id=p></p><script>p.textContent = `tab ${sessionStorage.a || 'new'}, browser ${localStorage.a || 'new'}`;"
            + "sessionStorage.a = localStorage.a = 'old'</script>");
        await page.ReopenAsync(new(address));
        (await page.LinesAsync()).ShouldBe(["tab new, browser old"]);
    }

    private string address = "";

    private async Task<IReadOnlyList<string>> ShownAsync(string html)
    {
        SkipWithoutBrowser();
        return await (await OpenAsync(html)).ShownAsync(["Paired well"]);
    }

    private async Task<PosPage> OpenAsync(string html)
    {
        SkipWithoutBrowser();
        var file = Path.Combine(Directory.CreateTempSubdirectory("pairinglab-page-").FullName, "page.html");
        await File.WriteAllTextAsync(file, $"<!doctype html><html><body>{html}</body></html>");
        address = new Uri(file).AbsoluteUri;
        return await PosPage.OpenAsync(Patient, session!, new(address));
    }

    private void SkipWithoutBrowser() => Assert.SkipWhen(running.Missing is not null, running.Missing ?? "");
}
