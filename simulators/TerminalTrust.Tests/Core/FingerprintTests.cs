using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Tests.Core;

public sealed class FingerprintTests
{
    // SHA-256 of "abc", FIPS 180-2.
    private const string Abc = "BA78-16BF-8F01-CFEA-4141-40DE-5DAE-2223-B003-61A3-9617-7A9C-B410-FF61-F200-15AD";

    [Fact]
    public void It_is_sha_256_in_groups_of_four() => Fingerprint.Of("abc"u8).ShouldBe(Abc);

    [Theory]
    [InlineData(Abc, 0)]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 0)]
    [InlineData("BA78-16BF-8F01-CFEA", 1)]
    [InlineData("4141 40de 5dae 2223", 2)]
    [InlineData("B003-61A3-9617-7A9C", 3)]
    [InlineData("B410-FF61-F200-15AD", 4)]
    [InlineData("BA78", null)]
    [InlineData("16BF-8F01-CFEA-4141", null)]
    [InlineData("BA78-16BF-8F01-CFEB", null)]
    [InlineData("", null)]
    public void Which_part_somebody_has_typed(string typed, int? part) => Fingerprint.PartOf(Abc, typed).ShouldBe(part);
}
