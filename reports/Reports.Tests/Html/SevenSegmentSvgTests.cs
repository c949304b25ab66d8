using System.Xml.Linq;
using PairingLab.Reports.Html;

namespace PairingLab.Reports.Tests.Html;

/// <summary>The drawing of a display.</summary>
public class SevenSegmentSvgTests
{
    [Theory]
    [InlineData(0x00, 0x00, 0, "left blank, right blank")]
    [InlineData(0x06, 0xCF, 8, "left segments bc, right segments abcdg and point")]
    [InlineData(0xFF, 0x80, 9, "left segments abcdefg and point, right blank and point")]
    public void Lights_what_the_bytes_say(byte left, byte right, int lit, string label)
    {
        var svg = XElement.Parse(SevenSegmentSvg.Draw(left, right));
        svg.Descendants().Count(e => e.Attribute("class")?.Value == "lit").ShouldBe(lit);
        svg.Descendants().Count(e => e.Name.LocalName is "polygon" or "circle").ShouldBe(16);
        svg.Attribute("aria-label")!.Value.ShouldContain(label);
    }
}
