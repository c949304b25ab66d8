using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Tests.Engine;

/// <summary>What a BIN range may be: each end the beginning of a card number, six digits to nineteen, in order.</summary>
public sealed class BinRangeTests
{
    [Theory]
    [InlineData("543210", "543219", true)]
    [InlineData("543210", "543210", true)]
    [InlineData("5432109", "543210", true)] // the second end is all that begins so
    [InlineData("5432100000000000000", "5432109999999999999", true)]
    [InlineData("543219", "543210", false)]
    [InlineData("54321", "543219", false)]
    [InlineData("543210", "54321", false)]
    [InlineData("54321000000000000000", "543219", false)]
    [InlineData("54321x", "543219", false)]
    [InlineData("", "543219", false)]
    public void Its_ends(string low, string high, bool isSound) => new BinRange(low, high).IsSound.ShouldBe(isSound);
}
