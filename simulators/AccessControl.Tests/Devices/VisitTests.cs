using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Devices;
using PairingLab.AccessControl.Engine;
using PairingLab.Kernel.Panels;

namespace PairingLab.AccessControl.Tests.Devices;

/// <summary>The screen after a card that may enter: visits left, fees, and the selectors of guests.</summary>
public sealed class VisitTests
{
    private static readonly CheckEntryResponse Check =
        new("1", new(null), MaxAdultGuests: 2, MaxChildGuests: 3, FreeVisitsLeft: 4, PaidVisitsLeft: 5, null, "Everybody",
            "Number of free invitations", default);

    private static readonly MacsDeviceLogic Logic = new("sn-1", new(), new([]), []);

    [Fact]
    public void The_visits_left_are_told_free_and_paid() =>
        Panel(Check).Texts.Take(2).ShouldBe(["Free visits left: 4", "Paid visits left: 5"]);

    [Fact]
    public void Visits_without_a_limit_are_told_as_unlimited() =>
        Panel(Check with { FreeVisitsLeft = null, PaidVisitsLeft = null }).Texts.Take(2)
        .ShouldBe(["Free visits left: unlimited", "Paid visits left: unlimited"]);

    [Fact]
    public void What_the_cardholder_pays_is_told()
    {
        Panel(Check).Texts.ShouldContain("Cardholder: free");
        Panel(Check with { Cardholder = new(new(12.5m, "PLN")) }).Texts.ShouldContain("Cardholder pays 12.50 PLN");
    }

    [Fact]
    public void What_a_paid_guest_costs_is_told_beside_the_selector()
    {
        Panel(Check with { AdultGuestFee = new Price(20m, "EUR"), ChildGuestFee = new Price(5.5m, "USD") }).Texts.Skip(3).ShouldBe(
            ["Adult guests: 0 of 2", "Paid adult guest: 20.00 EUR", "Children: 0 of 3", "Paid child: 5.50 USD"]);
        Panel(Check).Texts.ShouldNotContain(t => t.StartsWith("Paid adult") || t.StartsWith("Paid child"));
    }

    [Theory]
    [InlineData(MacsDeviceButtons.MoreAdults, MacsDeviceButtons.FewerAdults, 2, "Adult guests: 2 of 2", "Adult guests: 0 of 2")]
    [InlineData(MacsDeviceButtons.MoreChildren, MacsDeviceButtons.FewerChildren, 3, "Children: 3 of 3", "Children: 0 of 3")]
    public void A_selector_goes_from_none_to_the_maximum(string more, string fewer, int most, string full, string none)
    {
        var state = State(Check);
        Enabled(state, fewer).ShouldBeFalse();
        Press(state, fewer).ShouldBe(state);
        for (var i = 0; i < most; i++)
        {
            Enabled(state, more).ShouldBeTrue();
            state = Press(state, more);
        }

        Panel(state).Texts.ShouldContain(full);
        Enabled(state, more).ShouldBeFalse();
        Press(state, more).ShouldBe(state);
        for (var i = 0; i < most; i++)
        {
            Enabled(state, fewer).ShouldBeTrue();
            state = Press(state, fewer);
        }

        Panel(state).Texts.ShouldContain(none);
    }

    private static MacsDeviceState State(CheckEntryResponse check) => new(new()) { Screen = MacsDeviceScreen.Entry, Check = check };

    private static Panel Panel(CheckEntryResponse check) => Panel(State(check));

    private static Panel Panel(MacsDeviceState state) => Logic.Show(state);

    private static MacsDeviceState Press(MacsDeviceState state, string button) => Logic.Press(state, button, default);

    private static bool Enabled(MacsDeviceState state, string button) => Panel(state).Buttons.Single(b => b.Name == button).Enabled;
}
