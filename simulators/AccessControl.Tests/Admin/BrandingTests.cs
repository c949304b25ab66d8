using System.Text;
using PairingLab.AccessControl.Admin.Layout;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>The branding file, and what is said about a wrong one.</summary>
public sealed class BrandingTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Name_and_colours_come_from_the_file()
    {
        var branding = Read("""{"name":"Alpha Lounges","accent":"#123456","accentDark":"#abcdef"}""");
        branding.Name.ShouldBe("Alpha Lounges");
        Encoding.ASCII.GetString(branding.Style.Content.Span)
            .ShouldBe(":root{--accent:#123456}@media(prefers-color-scheme:dark){:root{--accent:#abcdef}}");
    }

    [Theory]
    [InlineData("""{"name":""}""", "\"name\" must have 1 to 60 characters")]
    [InlineData("""{"accent":"red"}""", "\"accent\" must be a colour as #0b5cad; it says red")]
    [InlineData("""{"accent":"#000;}*{"}""", "\"accent\" must be a colour")]
    [InlineData("""{"logo":"logo.exe"}""", "\"logo\" must name an .svg or .png file")]
    [InlineData("""{"logo":"nowhere.png"}""", "there is no file")]
    [InlineData("""{"colour":"#123456"}""", "\"colour\" is not known; there are: name, logo, accent, accentDark")]
    [InlineData("""[]""", "must be an object")]
    [InlineData("""{""", "branding file")]
    public void What_is_wrong_is_said(string text, string why) =>
        Should.Throw<InvalidDataException>(() => Read(text)).Message.ShouldContain(why);

    private Branding Read(string text)
    {
        File.WriteAllText(file, text);
        return Branding.Read(file);
    }
}
