using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PairingLab.Sci.Devices.Pos;

namespace PairingLab.Sci.Tests.Devices;

public sealed class PosLabelTests
{
    /// <summary>Or a button would remove another pairing than the one it stands beside.</summary>
    [Fact]
    public void Whatever_the_nicknames_no_two_pairings_have_the_same_label() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Names().ToArbitrary(), names =>
        {
            var pairings = names.Select((name, i) => PosStates.Pairing($"pid_{i}", name.Nickname, name.Tid)).ToImmutableList();
            var labels = PosLabels.Of(pairings);
            labels.Select(l => l.Pairing).ShouldBe(pairings);
            labels.Select(l => l.Label).Distinct().Count().ShouldBe(pairings.Count);
        }));

    [Theory]
    [InlineData("10", 1000)]
    [InlineData("10.00", 1000)]
    [InlineData("0.01", 1)]
    [InlineData(".5", 50)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1.005", null)]
    [InlineData("1,000", null)]
    [InlineData("1e3", null)]
    [InlineData("99999999999999999999999999999999", null)]
    [InlineData("", null)]
    public void An_amount_is_money(string text, int? cents) => PosOrders.Cents(text).ShouldBe(cents);

    private static Gen<List<(string? Nickname, string Tid)>> Names() =>
        from count in Gen.Choose(0, 6)
        from names in Gen.ListOf(
            from nickname in Gen.Elements(null, "Bar", "Bar (tid1)", "pid_0", "pid_1", "")
            from tid in Gen.Elements("tid1", "tid2")
            select (nickname, tid), count)
        select names.ToList();
}
