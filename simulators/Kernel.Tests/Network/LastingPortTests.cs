using PairingLab.Kernel.Network;

namespace PairingLab.Kernel.Tests.Network;

public sealed class LastingPortTests
{
    [Fact]
    public void A_port_is_tried_again_only_after_all_others()
    {
        using var block = PortBlock.Take();
        var once = Enumerable.Range(0, PortBlock.Size - 1).Select(_ => block.Next()).ToArray();

        once.Distinct().Count().ShouldBe(once.Length);
        Enumerable.Range(0, once.Length).Select(_ => block.Next()).ShouldBe(once);
    }

    [Fact]
    public void Two_programs_try_no_port_that_the_other_tries()
    {
        using var one = PortBlock.Take();
        using var other = PortBlock.Take();
        int[] ports = [.. Ports(one), .. Ports(other)];

        ports.Distinct().Count().ShouldBe(ports.Length);
        ports.ShouldAllBe(p => p >= PortBlock.First && p < PortBlock.End);
    }

    private static IEnumerable<int> Ports(PortBlock block) => Enumerable.Range(0, PortBlock.Size - 1).Select(_ => block.Next());
}
