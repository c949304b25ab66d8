using System.Globalization;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Tests.Core;

public sealed class OpeningHoursTests
{
    [Theory]
    [InlineData("08:00-20:00", "07:59:59", false)]
    [InlineData("08:00-20:00", "08:00:00", true)]
    [InlineData("08:00-20:00", "19:59:59", true)]
    [InlineData("08:00-20:00", "20:00:00", false)]
    [InlineData("20:00-06:00", "05:59:59", true)]
    [InlineData("20:00-06:00", "06:00:00", false)]
    [InlineData("20:00-06:00", "20:00:00", true)]
    public void When_it_is_open(string hours, string time, bool open) =>
        OpeningHours.Parse(hours)!.AreOpen(DateTimeOffset.Parse($"2026-01-05T{time}Z", CultureInfo.InvariantCulture)).ShouldBe(open);

    [Theory]
    [InlineData("")]
    [InlineData("8-20")]
    [InlineData("08:00")]
    [InlineData("08:00-08:00")]
    [InlineData("08:00-24:00")]
    [InlineData("08:00-20:00-22:00")]
    public void Other_texts_are_invalid(string text) => OpeningHours.Parse(text).ShouldBeNull();
}
