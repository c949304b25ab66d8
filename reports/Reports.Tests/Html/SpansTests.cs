using PairingLab.Reports.Html;

namespace PairingLab.Reports.Tests.Html;

/// <summary>Times as people read them.</summary>
public class SpansTests
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("00:00:00", "+0s")]
    [InlineData("00:00:00.25", "+250 ms")]
    [InlineData("00:01:59", "+1m 59s")]
    [InlineData("00:02:00", "+2m")]
    [InlineData("01:00:30", "+1h")]
    [InlineData("365.02:00:00", "+365d 2h")]
    [InlineData("-00:00:05", "−5s")]
    public void Offsets(string span, string text) =>
        Spans.Offset(Start + TimeSpan.Parse(span, System.Globalization.CultureInfo.InvariantCulture), Start).ShouldBe(text);

    [Fact]
    public void No_lab_time_no_offset() => Spans.Offset(null, Start).ShouldBeEmpty();

    [Theory]
    [InlineData(0.2, "<1 ms")]
    [InlineData(12.4, "12 ms")]
    [InlineData(1234, "1.2 s")]
    public void Wall(double milliseconds, string text) => Spans.Wall(milliseconds).ShouldBe(text);
}
