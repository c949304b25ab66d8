using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Tests.Service;

public sealed class FirmwarePackageTests
{
    [Fact]
    public void A_package_names_its_version() => FirmwarePackage.VersionIn(FirmwarePackage.Of("20221118")).ShouldBe("20221118");

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(5000)]
    [InlineData(FirmwarePackage.Length - 1)]
    public void A_package_with_one_wrong_bit_is_damaged(int place)
    {
        var package = FirmwarePackage.Of("20230801");
        package[place] ^= 1;
        FirmwarePackage.VersionIn(package).ShouldBeNull();
    }

    [Fact]
    public void A_package_that_was_cut_off_is_damaged() =>
        FirmwarePackage.VersionIn(FirmwarePackage.Of("20230801").AsSpan(..1000)).ShouldBeNull();
}
