using Bogus;

namespace PairingLab.AccessControl.Sample;

/// <summary>A card for people who use a hosted lab.</summary>
/// <param name="Name">Product and holder: "Gold, Anna Nowak".</param>
/// <param name="Pan">Its number.</param>
/// <param name="Expiry">MM/YY.</param>
public sealed record SampleCard(string Name, string Pan, string Expiry)
{
    /// <summary>Never shows the card number.</summary>
    public override string ToString() => Name;
}

/// <summary>A handful of cards of the sample banks, and their holders.</summary>
internal static class SampleCards
{
    private static readonly (string Product, string Bin)[] Kinds =
        [("Gold", "543210"), ("Platinum", "543215"), ("World Elite", "520082"), ("Business", "550010"), ("Standard", "510000")];

    /// <summary>The cards of a random seed; new ones each time without a seed.</summary>
    public static IReadOnlyList<SampleCard> Of(int? seed)
    {
        var faker = new Faker("en") { Random = seed is { } given ? new Randomizer(given) : new Randomizer() };
        return [.. Kinds.Select(k =>
            new SampleCard($"{k.Product}, {faker.Name.FullName()}", Number(k.Bin, faker),
                $"{faker.Random.Int(1, 12):D2}/{faker.Random.Int(30, 39)}"))];
    }

    /// <summary>16 digits with a valid check digit (ISO/IEC 7812, Luhn).</summary>
    private static string Number(string bin, Faker faker)
    {
        var digits = bin + faker.Random.ReplaceNumbers("#########");
        var sum = digits.Reverse().Select((c, i) => i % 2 == 0 ? Doubled(c - '0') : c - '0').Sum();
        return $"{digits}{(10 - (sum % 10)) % 10}";
    }

    private static int Doubled(int digit) => digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
}
