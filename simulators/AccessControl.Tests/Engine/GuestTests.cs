using PairingLab.AccessControl.Engine;
using static PairingLab.AccessControl.Tests.Engine.OneRule;

namespace PairingLab.AccessControl.Tests.Engine;

/// <summary>Adult guests and children: invitations, per-flight maximum, free age.</summary>
public sealed class GuestTests
{
    private static readonly Price Ten = new(10, "EUR");
    private static readonly Ruleset Family = Gold with
    {
        Adults = new(new(2), new(Ten, 1), MostPerFlight: 4),
        Children = new(new(1), new(Ten, 1), MostPerFlight: 3, FreeUnderAge: 6),
    };

    [Theory]
    [InlineData(0, 0, 3)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    public void Invitations_left_bound_the_adult_guests(int free, int paid, int most) =>
        new OneRule { Ruleset = Family, Entries = [Entry(Now.AddHours(-1), guests: new(free, paid, 0, 0))] }.Tap().MaxAdults.ShouldBe(most);

    [Fact]
    public void The_per_flight_maximum_bounds_unlimited_invitations() =>
        new OneRule { Ruleset = Gold with { Adults = new(new(null), null, MostPerFlight: 2) } }.Tap().MaxAdults.ShouldBe(2);

    [Fact]
    public void Without_guest_rules_nobody_comes_along()
    {
        var decision = new OneRule().Tap();
        (decision.MaxAdults, decision.MaxChildren).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(2, 2, 0)]
    [InlineData(3, 2, 1)]
    public void Free_invitations_go_before_paid_ones(int adults, int free, int paid) =>
        Split(Family, adults, 0).ShouldBe(new GuestCount(free, paid, 0, 0));

    [Fact]
    public void More_guests_than_invitations_are_refused() => Split(Family, 4, 0).ShouldBeNull();

    [Fact]
    public void More_guests_than_the_per_flight_maximum_are_refused() =>
        Split(Gold with { Adults = new(new(null), null, MostPerFlight: 2) }, 3, 0).ShouldBeNull();

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 0)]
    public void A_child_under_the_age_is_free_and_takes_no_invitation(int age, int young) =>
        Split(Family, 0, 1, age).ShouldBe(new GuestCount(0, 0, 1 - young, 0, young));

    [Fact]
    public void Young_children_leave_the_invitations_to_the_older_ones() =>
        Split(Family, 0, 3, 2, 8, 9).ShouldBe(new GuestCount(0, 0, 1, 1, 1));

    [Fact]
    public void Young_children_count_for_the_per_flight_maximum() => Split(Family, 0, 4, 1, 1, 1, 1).ShouldBeNull();

    [Fact]
    public void No_more_children_are_young_than_come() => Split(Family, 1, 1, 2, 3).ShouldBe(new GuestCount(1, 0, 0, 0, 1));

    [Fact]
    public void A_child_without_an_age_takes_an_invitation() => Split(Family, 0, 1).ShouldBe(new GuestCount(0, 0, 1, 0));

    [Fact]
    public void Fewer_than_no_guests_are_refused() => Split(Family, -1, 0).ShouldBeNull();

    private static GuestCount? Split(Ruleset ruleset, int adults, int children, params int[] ages) =>
        Guests.Split(ruleset, [], "WAW-1", Now, adults, children, ages);
}
