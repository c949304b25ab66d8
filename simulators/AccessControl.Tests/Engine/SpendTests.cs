using PairingLab.AccessControl.Engine;
using static PairingLab.AccessControl.Tests.Engine.OneRule;

namespace PairingLab.AccessControl.Tests.Engine;

/// <summary>Spend based control: amount, currency, period to the minute, merchant categories, grace period.</summary>
public sealed class SpendTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 12, 30, 0, TimeSpan.Zero);
    private static readonly SpendRule Hundred = new(new(100, "EUR"), 10, ["5941"]);

    [Theory]
    [InlineData(99.99, Verdict.Refused)]
    [InlineData(100, Verdict.Free)]
    public void The_amount_that_the_cardholder_must_spend(double amount, Verdict verdict) =>
        Tap(Hundred, Now, Buy(Now.AddDays(-1), (decimal)amount)).ShouldBe(verdict);

    [Fact]
    public void Purchases_add_up() => Tap(Hundred, Now, Buy(Now.AddDays(-1), 60), Buy(Now.AddDays(-2), 40)).ShouldBe(Verdict.Free);

    [Fact]
    public void A_refund_is_taken_off() =>
        Tap(Hundred, Now, Buy(Now.AddDays(-1), 120), Buy(Now.AddDays(-2), -30)).ShouldBe(Verdict.Refused);

    /// <summary>Access Control description: "from the period 1/01/2024 12:30 to 11/01/2024 at 12:30".</summary>
    [Theory]
    [InlineData(-1, Verdict.Refused)]
    [InlineData(0, Verdict.Free)]
    [InlineData(59, Verdict.Free)]
    public void The_period_begins_with_its_first_minute(int second, Verdict verdict) =>
        Tap(Hundred, Now, Buy(Start.AddSeconds(second), 100)).ShouldBe(verdict);

    [Theory]
    [InlineData(0, Verdict.Free)]
    [InlineData(59, Verdict.Free)]
    [InlineData(60, Verdict.Refused)]
    public void The_period_ends_with_the_minute_of_the_tap(int second, Verdict verdict) =>
        Tap(Hundred, Now, Buy(Now.AddSeconds(second), 100)).ShouldBe(verdict);

    [Theory]
    [InlineData(59, Verdict.Free)]
    [InlineData(60, Verdict.Refused)]
    public void The_seconds_of_the_tap_do_not_matter(int second, Verdict verdict) =>
        Tap(Hundred, Now.AddSeconds(second), Buy(Start, 100)).ShouldBe(verdict);

    [Theory]
    [InlineData("5941", Verdict.Free)]
    [InlineData("5812", Verdict.Refused)]
    public void Only_selected_merchant_categories_count(string mcc, Verdict verdict) =>
        Tap(Hundred, Now, Buy(Now, 100) with { Mcc = mcc }).ShouldBe(verdict);

    [Fact]
    public void Without_a_list_every_merchant_category_counts() =>
        Tap(Hundred with { Mccs = [] }, Now, Buy(Now, 100) with { Mcc = "0742" }).ShouldBe(Verdict.Free);

    [Theory]
    [InlineData(399.99, "PLN", Verdict.Refused)]
    [InlineData(400, "PLN", Verdict.Free)]
    [InlineData(111.12, "USD", Verdict.Free)]
    [InlineData(111.11, "USD", Verdict.Refused)]
    [InlineData(1000000, "XXX", Verdict.Refused)]
    public void Other_currencies_are_converted_and_one_without_a_rate_counts_nothing(double amount, string currency, Verdict verdict) =>
        Tap(Hundred, Now, Buy(Now, (decimal)amount) with { Currency = currency }).ShouldBe(verdict);

    [Fact]
    public void A_rule_in_another_currency() => Tap(Hundred with { Amount = new(400, "PLN") }, Now, Buy(Now, 100)).ShouldBe(Verdict.Free);

    [Fact]
    public void A_rule_in_a_currency_without_a_rate_lets_nobody_in() =>
        Tap(Hundred with { Amount = new(1, "XXX") }, Now, Buy(Now, 100)).ShouldBe(Verdict.Refused);

    /// <summary>What was bought on 1/01 12:30 is in the ten days up to 11/01 12:30; two days of grace reach until 13/01 12:30.</summary>
    [Theory]
    [InlineData(0, 2, 0, Verdict.Free)]
    [InlineData(2, 2, 59, Verdict.Free)]
    [InlineData(2, 2, 60, Verdict.Refused)]
    [InlineData(2, 1, 0, Verdict.Refused)]
    [InlineData(1, 0, 0, Verdict.Refused)]
    public void Grace_period(int daysLater, int grace, int second, Verdict verdict) =>
        Tap(Hundred with { GraceDays = grace }, Now.AddDays(daysLater).AddSeconds(second), Buy(Start, 100)).ShouldBe(verdict);

    [Fact]
    public void Grace_does_not_make_the_period_longer() =>
        Tap(Hundred with { GraceDays = 5 }, Now, Buy(Now.AddDays(-12), 50), Buy(Now.AddDays(-1), 50)).ShouldBe(Verdict.Refused);

    [Fact]
    public void Who_spent_enough_within_the_grace_period_is_let_in_after_a_refund() =>
        Tap(Hundred with { GraceDays = 5 }, Now, Buy(Now.AddDays(-3), 100), Buy(Now.AddDays(-1), -100)).ShouldBe(Verdict.Free);

    [Fact]
    public void Without_the_transactions_nobody_is_let_in()
    {
        var decision = new OneRule { Ruleset = Gold with { Spend = Hundred } }.Tap();
        (decision.Verdict, decision.Rule).ShouldBe((Verdict.Refused, Rule.Spend));
    }

    private static Transaction Buy(DateTimeOffset at, decimal amount) => new(at, "5941", amount, "EUR");

    private static Verdict Tap(SpendRule rule, DateTimeOffset at, params Transaction[] spending) =>
        new OneRule { Ruleset = Gold with { Spend = rule }, Spending = [.. spending] }.Tap(at).Verdict;
}
