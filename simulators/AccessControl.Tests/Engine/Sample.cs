using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Tests.Engine;

/// <summary>Rules and taps at random: from few values, so that they often meet, and at their edges.</summary>
internal sealed class Sample(int seed)
{
    private static readonly DateTimeOffset Now = new(2024, 1, 11, 12, 30, 0, TimeSpan.Zero);
    private static readonly string[] Bins = ["520000", "52000049", "520001", "5200015", "530000", "540000", "5400009999"];
    private static readonly string[] Icas = ["1001", "1002", "1003"];
    private static readonly string[] Countries = ["POL", "DEU", "GBR"];
    private static readonly string[] Products = ["MCG", "MPL", "MDS"];
    private static readonly string[] Currencies = ["EUR", "USD", "PLN", "XXX"];
    private static readonly string[] Mccs = ["5941", "5812", "4511"];

    private readonly Random random = new(seed);

    public Dictionary<string, decimal> Rates { get; } = new(StringComparer.Ordinal) { ["EUR"] = 1m, ["USD"] = 0.9m, ["PLN"] = 0.25m };

    public List<Location> Locations() =>
        [.. Enumerable.Range(1, 3)
            .Select(i => new Location($"L{i}", One(Countries), One(Service.FastLine, Service.Lounge), Maybe(() => One(1, 30, 60))))];

    /// <summary>Ranges that do not overlap.</summary>
    public List<IssuerRange> Issuers() =>
    [
        .. new[] { ("520000", "520000"), ("520001", "520004"), ("530000", "5300005"), ("540000", "549999") }
            .Where(_ => random.Next(5) > 0)
            .Select(r => new IssuerRange(new(r.Item1, r.Item2), One(Icas), "Bank", One(Countries), Maybe(() => One(Products)))),
    ];

    public List<Ruleset> Rulesets() => [.. Enumerable.Range(1, random.Next(1, 8)).Select(i => Ruleset(i))];

    public string Pan() => One(Bins).PadRight(6, '0') + string.Concat(Enumerable.Range(0, One(6, 9, 10)).Select(_ => random.Next(10)));

    public Tap Tap(string pan) => new(
        PanNumber.Lowest(pan), Maybe(() => One(Products)), One("L1", "L2", "L3", "L9"), Moment(),
        [.. Enumerable.Range(0, random.Next(6)).Select(_ => Entry())],
        Enumerable.Range(1, 7).Where(_ => random.Next(2) == 0).ToDictionary(i => (long)i, _ => random.Next(3)),
        random.Next(5) == 0 ? null : [.. Enumerable.Range(0, random.Next(6)).Select(_ => Transaction())],
        Maybe(() => random.Next(2) == 0));

    /// <summary>Guests, with ages of children about the edges of the free ages; some do not say theirs.</summary>
    public (int Adults, int Children, List<int> Ages) Party()
    {
        var children = random.Next(5);
        return (random.Next(5), children, [.. Enumerable.Range(0, random.Next(children + 1)).Select(_ => One(2, 3, 11, 12))]);
    }

    private Ruleset Ruleset(long id) =>
        new(id, $"rule {id}", One(Now.AddDays(-30), Now, Now.AddMinutes(1)), One(Now, Now.AddMinutes(1), Now.AddDays(30), Now.AddDays(60)))
        {
            Countries = [.. Some(Countries)],
            Products = [.. Some(Products)],
            Icas = [.. Some(Icas).Select(i => new IcaRule(i, [.. Some(Bins).Select(b => new BinRange(b, b))]))],
            Services = [.. Some(Service.FastLine, Service.Lounge)],
            LocationCountries = [.. Some(Countries)],
            Locations = [.. Some("L1", "L2", "L3")],
            Priority = random.Next(3),
            MostUsages = Maybe(() => random.Next(3)),
            Rpm = random.Next(6) == 0,
            Cardholder = Cardholder(),
            Adults = MaybeA(() => Guests(null)),
            Children = MaybeA(() => Guests(Maybe(() => One(3, 12)))),
            Spend = random.Next(4) == 0
                ? new(new(One(10m, 90m, 100m), One(Currencies)), One(1, 10), [.. Some(Mccs)], One(0, 0, 1, 2))
                : null,
        };

    private CardholderRule Cardholder()
    {
        var (free, paid) = One((true, false), (false, true), (true, true));
        return new(free ? new(Limit()) : null, paid ? new(new(25m, "EUR"), Limit()) : null, Maybe(() => One(1, 10)),
            Maybe(() => random.Next(1, 3)));
    }

    private GuestRule Guests(int? freeUnder) =>
        new(MaybeA(() => new FreeEntries(Limit())), MaybeA(() => new PaidEntries(new(10m, "EUR"), Limit())), random.Next(5), freeUnder);

    private Entry Entry() => new(
        random.Next(8), One("L1", "L2", "L3"), Moment(), random.Next(2) == 0,
        new(random.Next(2), random.Next(2), random.Next(2), random.Next(2)), random.Next(4) == 0);

    private Transaction Transaction() => new(Moment(), One(Mccs), One(-10m, 10m, 50m, 100m, 400m), One(Currencies));

    private int? Limit() => Maybe(() => random.Next(4));

    /// <summary>Times about the edges of one day, ten days, an hour and a minute.</summary>
    private DateTimeOffset Moment() =>
        Now.AddDays(One(0, 0, 0, -1, -2, -10, -11, -12)).AddMinutes(One(0, 0, 1, -1, -30, -60)).AddSeconds(One(0, 0, 1, 59));

    private T One<T>(params T[] values) => values[random.Next(values.Length)];

    private List<T> Some<T>(params T[] values) => random.Next(3) == 0 ? [.. values.Where(_ => random.Next(2) == 0)] : [];

    private T? Maybe<T>(Func<T> value)
        where T : struct => random.Next(2) == 0 ? value() : null;

    private string? Maybe(Func<string> value) => random.Next(2) == 0 ? value() : null;

    private T? MaybeA<T>(Func<T> value)
        where T : class => random.Next(2) == 0 ? value() : null;
}
