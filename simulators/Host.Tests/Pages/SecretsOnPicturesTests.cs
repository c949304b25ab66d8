using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Evidence;

namespace PairingLab.Host.Tests.Pages;

/// <summary>No text can be searched for in a picture: the page that it is taken of must not have the secrets any more.</summary>
[Collection(PagesCollection.Name)]
public sealed class SecretsOnPicturesTests(RunningBrowser browser)
{
    private const string Shown = """
        <p>OTP: KX4711 and, quoted, "KX4711"</p>
        <p>Four digits 4711 alone, and 94711 which is none</p>
        <input aria-label="Password" value="a (long) secret"><textarea aria-label="Note">KX4711</textarea>
        """;

    [Fact]
    public async Task They_are_gone_from_texts_and_fields()
    {
        await using var session = browser.Session();
        var page = await session.OpenAsync("pos-1", new("about:blank"));
        await page.SetContentAsync(Shown);
        var witness = new PictureWitness();
        await session.KeepEvidenceAsync(witness);
        witness.Kept.ShouldBe(["pos-1.png"]);
        (await page.InnerTextAsync("body")).ShouldContain("OTP: ••• and, quoted, \"•••\"");
        (await page.InnerTextAsync("body")).ShouldContain("Four digits ••• alone, and 94711 which is none");
        (await page.GetByLabel("Password").InputValueAsync()).ShouldBe("•••");
        (await page.GetByLabel("Note").InputValueAsync()).ShouldBe("•••");
    }

    private sealed class PictureWitness : IEvidenceSink
    {
        public List<string> Kept { get; } = [];

        public IReadOnlyCollection<string> Secrets => ["4711", "KX4711", "a (long) secret"];

        public void FileKept(string name, byte[] content, string caption) => Kept.Add(name);

        public void PanelSeen(PanelReading panel, string act)
        {
        }

        public void SentenceSeen(string device, string sentence, string? note)
        {
        }

        public void DisplaySeen(string device, byte left, byte right)
        {
        }

        public void Attested(string device, string question, string answer)
        {
        }

        public void Secret(string value)
        {
        }
    }
}
