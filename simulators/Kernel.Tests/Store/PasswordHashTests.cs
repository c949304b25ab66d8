using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Store;

/// <summary>What is kept of passwords.</summary>
public sealed class PasswordHashTests
{
    [Theory]
    [InlineData("Manager-5329", true)]
    [InlineData("manager-5329", false)]
    [InlineData("", false)]
    public void It_knows_its_password_only(string given, bool isRight) =>
        PasswordHash.Of("Manager-5329", 10).IsOf(given).ShouldBe(isRight);

    [Fact]
    public void Two_hashes_of_a_password_differ() => PasswordHash.Of("same", 10).Hash.ShouldNotBe(PasswordHash.Of("same", 10).Hash);

    [Fact]
    public void A_hosted_lab_takes_600000_rounds_and_a_stepped_site_fewer()
    {
        PasswordHash.RoundsOn(new RealClock(), PasswordHash.HostedRounds).ShouldBe(600_000);
        PasswordHash.RoundsOn(new SteppedClock(), PasswordHash.HostedRounds).ShouldBe(5_000);
        PasswordHash.RoundsOn(new SteppedClock(), 100).ShouldBe(100);
    }
}
