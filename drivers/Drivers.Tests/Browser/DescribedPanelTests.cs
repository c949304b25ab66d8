using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Time;

namespace PairingLab.Drivers.Tests.Browser;

/// <summary>A page of another maker: its panel in a frame, parts of it in a shadow root, its words not the lab's.</summary>
public sealed class DescribedPanelTests(RunningBrowser running) : IClassFixture<RunningBrowser>, IAsyncLifetime
{
    private const string Outer = """
        <!doctype html><title>Terminal</title><h1>Acme</h1><iframe id="panel" src="inner.html"></iframe>
        """;

    private const string Inner = """
        <!doctype html>
        <h2>Koppeln</h2>
        <p class="state">Bereit</p>
        <label>Kode <input data-testid="code"></label>
        <acme-key></acme-key>
        <button disabled>Weiter</button>
        <script>
          customElements.define('acme-key', class extends HTMLElement {
            connectedCallback() {
              const root = this.attachShadow({ mode: 'open' });
              root.innerHTML = '<button>Start</button>';
              root.querySelector('button').onclick = () => {
                document.querySelector('.state').textContent = 'Gekoppelt mit ' + document.querySelector('input').value;
                document.querySelector('h2').textContent = 'Fertig';
              };
            }
          });
        </script>
        """;

    private const string Description = """
        {
          "frame": "#panel",
          "title": { "role": "heading" },
          "titles": { "Koppeln": "Pairing", "Fertig": "Done" },
          "texts": [{ "css": ".state" }],
          "buttons": { "OK": { "role": "button", "name": "Start" }, "Next": { "text": "Weiter" }, "Missing": { "testId": "none" } },
          "fields": { "Pairing OTP": { "label": "Kode" } }
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("described").FullName;
    private readonly RecordingSink witness = new();
    private BrowserSession session = null!;
    private DescribedPanel panel = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "outer.html"), Outer);
        await File.WriteAllTextAsync(Path.Combine(folder, "inner.html"), Inner);
        await File.WriteAllTextAsync(Path.Combine(folder, "acme.json"), Description);
        if (running.Missing is null)
        {
            session = running.Lab.Session();
            var page = await session.OpenAsync("pos-1", new(Path.Combine(folder, "outer.html")));
            var description = DeviceDescription.Read(Path.Combine(folder, "acme.json"));
            panel = new("pos-1", page, description, new RealTime(TimeProvider.System), witness, TimeSpan.FromSeconds(5));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (session is not null)
        {
            await session.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task It_is_read_and_worked_in_the_words_of_the_scenarios()
    {
        Assert.SkipWhen(running.Missing is not null, running.Missing ?? "");
        var seen = await panel.WaitUntilAsync(p => p.Title.Length > 0, "anything");
        (seen.Title, seen.Texts).ShouldBe(("Pairing", seen.Texts));
        seen.Texts.ShouldBe(["Bereit"]);
        seen.Buttons.ShouldBe([new("OK", true), new("Next", false)]);
        seen.Fields.ShouldBe([new("Pairing OTP", "", true)]);

        await panel.EnterAsync("Pairing OTP", "A1");
        await panel.PressAsync("OK");
        (await panel.WaitUntilAsync(p => p.Title == "Done", "the end")).Texts.ShouldBe(["Gekoppelt mit A1"]);
    }

    [Fact]
    public async Task What_is_dead_or_not_there_is_refused()
    {
        Assert.SkipWhen(running.Missing is not null, running.Missing ?? "");
        await panel.WaitUntilAsync(p => p.Buttons.Count > 0, "buttons");
        (await Should.ThrowAsync<PanelRefusedException>(() => panel.PressAsync("Next"))).Message.ShouldContain("button 'Next' is dead");
        (await Should.ThrowAsync<PanelRefusedException>(() => panel.PressAsync("Missing"))).Message.ShouldContain("no button 'Missing'");
    }

    [Theory]
    [InlineData("""{ "texts": [{ "role": "status", "css": "p" }] }""", "texts[0]: needs one of role (with name), label,")]
    [InlineData("""{ "buttons": { "OK": {} } }""", "buttons.OK: needs one of")]
    [InlineData("""{ "butons": {} }""", ":1: $.butons: ")]
    public void A_mistake_is_named_with_its_place(string text, string said)
    {
        var file = Path.Combine(folder, "wrong.json");
        File.WriteAllText(file, text);
        var message = Should.Throw<InvalidDataException>(() => DeviceDescription.Read(file)).Message;
        message.ShouldStartWith(file);
        message.ShouldContain(said);
    }
}
