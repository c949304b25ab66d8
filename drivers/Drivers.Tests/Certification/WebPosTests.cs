using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Tests.Browser;

namespace PairingLab.Drivers.Tests.Certification;

/// <summary>What a description can say of a POS's page, each worked on a page that needs it.</summary>
public sealed class WebPosTests(RunningBrowser running) : IClassFixture<RunningBrowser>, IAsyncDisposable
{
    private static readonly PairingNames Bar = new("Front Bar", "p-1", "T1");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pairinglab-pos-");
    private WebPos? pos;

    [Theory]
    [InlineData("{'placeholder': 'Code'}", "<input placeholder=Code oninput='said(this.value)'>")]
    [InlineData("{'css': 'form > input'}", "<form><input oninput='said(this.value)'></form>")]
    [InlineData("{'css': 'input', 'nth': 2}", "<input><input oninput='said(this.value)'>")]
    [InlineData("{'testId': 'code'}", "<input data-qa=code oninput='said(this.value)'>")]
    [InlineData("{'label': 'Code'}", "<div id=h></div><script>h.attachShadow({mode:'open'}).innerHTML="
        + "'<label>Code <input oninput=said(this.value)></label>'</script>")]
    [InlineData(
        "{'label': 'Code', 'frame': '#f'}",
        "<iframe id=f srcdoc='<label>Code <input oninput=parent.said(this.value)></label>'></iframe>")]
    [InlineData("{'css': '.box', 'split': true}", "<input class=box><input class=box><input class=box>"
        + "<script>oninput = () => said([...document.querySelectorAll('.box')].map(b => b.value).join(''))</script>")]
    [InlineData("{'keys': {'role': 'button', 'name': '{key}'}}", "<button>1</button><button>2</button><button>3</button>"
        + "<script>let typed = ''; onclick = e => said(typed += e.target.textContent)</script>")]
    public async Task Types(string finder, string html)
    {
        await OpenAsync($"'code': {finder}", html);
        await pos!.EnterAsync(PosPart.Code, "123");
        (await pos.ShowsAsync("said 123")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(
        "{'role': 'button', 'name': 'Unpair {nickname}'}",
        "<button>Unpair Back Bar</button><button onclick=said(1)>Unpair Front Bar</button>")]
    [InlineData(
        "{'role': 'button', 'name': 'Unpair', 'before': [{'text': 'Settings'}, {'text': 'Terminals'}]}",
        "<p onclick=t.hidden=false>Settings</p><p id=t hidden onclick=u.hidden=false>Terminals</p>"
        + "<button id=u hidden onclick=said(1)>Unpair</button>")]
    [InlineData(
        "{'label': 'Terminal', 'option': '{nickname}'}",
        "<label>Terminal <select onchange=said(this.selectedIndex)><option>Back Bar<option>Front Bar</select></label>")]
    public async Task Presses(string finder, string html)
    {
        await OpenAsync($"'unpair': {finder}", html);
        await pos!.PressAsync(PosPart.Unpair, Bar);
        (await pos.ShowsAsync("said 1")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_part_that_no_person_sees_is_not_there()
    {
        await OpenAsync("'pair': {'text': 'Pair'}", "<p style='font-size:1px'>Pair</p>");
        (await pos!.HasAsync(PosPart.Pair)).ShouldBeFalse();
        (await Should.ThrowAsync<PosRefusedException>(() => pos.PressAsync(PosPart.Pair))).Message.ShouldContain("text “Pair” (Pair)");
    }

    [Fact]
    public async Task Signs_in_with_a_PIN_when_it_is_asked()
    {
        await OpenAsync(
            "'pair': {'text': 'Pair'}",
            "<label>PIN <input id=i></label>"
            + "<button onclick='if (i.value === `2468`) document.body.innerHTML = `<p>Pair</p>`'>Enter</button>",
            "'signIn': [{'enter': {'label': 'PIN'}, 'text': '2468'}, {'press': {'role': 'button', 'name': 'Enter'}}],");
        (await pos!.HasAsync(PosPart.Pair)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_comes_late_is_waited_for()
    {
        await OpenAsync("'pair': {'text': 'Pair'}", "<p onclick='setTimeout(() => { this.textContent = `paired` }, 150)'>Pair</p>");
        await pos!.PressAsync(PosPart.Pair);
        (await pos.ShowsAsync("paired")).ShouldBeTrue();
        (await pos.ShowsAsync("refused")).ShouldBeFalse();
    }

    public async ValueTask DisposeAsync()
    {
        if (pos is not null)
        {
            await pos.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    private async Task OpenAsync(string part, string html, string more = "")
    {
        Assert.SkipWhen(running.Missing is not null, running.Missing ?? "");
        var page = Path.Combine(folder.FullName, "page.html");
        await File.WriteAllTextAsync(
            page,
            "<!doctype html><html><body><p id=out>nothing</p><script>function said(t) { out.textContent = `said ${t}` }</script>"
            + $"{html}</body></html>");
        var description = Path.Combine(folder.FullName, "pos.json");
        string[] needed = ["pairingSection", "code", "pair"];
        var parts = string.Join(
            ", ",
            needed.Where(p => !part.StartsWith($"'{p}'", StringComparison.Ordinal)).Select(p => $"'{p}': {{'text': '{p}'}}").Append(part));
        await File.WriteAllTextAsync(
            description,
            ($"{{'product': 'P', 'is': 'web', 'patienceSeconds': 0.3, 'testIdAttribute': 'data-qa', {more} 'parts': {{{parts}}}, "
                + "'texts': {'success': 'ok'}}").Replace('\'', '"'));
        pos = new(PosDescriptionFile.Read(description), () => running.Lab.Session(), new Page(new(page)));
        await pos.StartFreshAsync();
    }

    private sealed class Page(Uri address) : IPosOutside
    {
        public Task<Uri> FreshAsync() => Task.FromResult(address);

        public Task RestartAsync() => Task.CompletedTask;
    }
}
