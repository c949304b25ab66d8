using PairingLab.Kernel.Network;

namespace PairingLab.Kernel.Tests.Network;

public sealed class SeededRandomTests
{
    [Fact]
    public void Each_name_has_a_sequence_of_its_own() =>
        Enumerable.Range(1, 100).Select(i => Sequence(7, $"pos-{i}")).ShouldBeUnique();

    [Fact]
    public void Each_seed_has_a_sequence_of_its_own() =>
        Enumerable.Range(1, 100).Select(seed => Sequence(seed, "pos-1")).ShouldBeUnique();

    [Fact]
    public void The_same_seed_and_name_give_the_same_sequence_on_every_machine() =>
        Sequence(7, "pos-1").ShouldBe(Sequence(7, "pos-1"));

    private static string Sequence(int seed, string name)
    {
        var random = SeededRandom.Of(seed, name);
        return string.Join(',', Enumerable.Range(0, 8).Select(_ => random.Next(1000)));
    }
}
