using PairingLab.TerminalTrust.Server;

namespace PairingLab.TerminalTrust.Tests.Server;

public sealed class FirmwarePackageTests
{
    [Fact]
    public void A_package_says_its_version() => FirmwarePackage.VersionIn(FirmwarePackage.Of("20221118")).ShouldBe("20221118");

    [Fact]
    public void A_damaged_package_is_no_package()
    {
        foreach (var place in new[] { 0, 30, 5000, FirmwarePackage.Length - 1 })
        {
            var package = FirmwarePackage.Of("20230801");
            package[place] ^= 1;
            FirmwarePackage.VersionIn(package).ShouldBeNull();
        }
    }

    [Fact]
    public void Half_a_package_is_no_package() => FirmwarePackage.VersionIn(FirmwarePackage.Of("20230801").AsSpan(..1000)).ShouldBeNull();
}
