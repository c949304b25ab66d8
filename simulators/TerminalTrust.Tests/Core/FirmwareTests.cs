using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Tests.Core;

/// <summary>The three firmware sections of the Terminal trust troubleshooting guide, at both ends of each.</summary>
public sealed class FirmwareTests
{
    [Theory]
    [InlineData("20170101", "20221118")]
    [InlineData("20190130", "20221118")]
    [InlineData("20190131", "20230801")]
    [InlineData("20221118", "20230801")]
    [InlineData("20230731", "20230801")]
    [InlineData("20230801", null)]
    [InlineData("20250101", null)]
    public void What_a_firmware_is_upgraded_to_first(string firmware, string? to) => Firmware.Next(firmware).ShouldBe(to);

    [Theory]
    [InlineData("20230801", true)]
    [InlineData("2023080", false)]
    [InlineData("202308011", false)]
    [InlineData("2023-8-1", false)]
    [InlineData("２０２３０８０１", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_version_has_eight_digits(string? text, bool isOne) => Firmware.IsVersion(text).ShouldBe(isOne);
}
