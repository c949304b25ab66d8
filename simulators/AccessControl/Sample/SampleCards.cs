using Bogus;

namespace PairingLab.AccessControl.Sample;

/// <summary>A handful of cards of the sample banks, and their holders.</summary>
internal static class SampleCards
{
    private static readonly (string Product, string Bin)[] Kinds =
        [("Gold", "543210"), ("Platinum", "543215"), ("World Elite", "520082"), ("Business", "550010"), ("Standard", "510000")];

    /// <summary>The cards of a seed; new ones without a seed.</summary>
    public static IReadOnlyList<SampleCard> Of(int? seed)
    {
        var faker = new Faker("en") { Random = seed is { } given ? new Randomizer(given) : new Randomizer() };
        return [.. Kinds.Select(k => new SampleCard($"{k.Product}, {faker.Name.FullName()}", Number(k.Bin, faker), $"{faker.Random.Int(1, 12):D2}/{faker.Random.Int(30, 39)}"))];
    }

    /// <summary>16 digits, the last one so that they are sound (ISO/IEC 7812, Luhn).</summary>
    private static string Number(string bin, Faker faker)
    {
        var digits = bin + faker.Random.ReplaceNumbers("#########");
        var sum = digits.Reverse().Select((c, i) => i % 2 == 0 ? Doubled(c - '0') : c - '0').Sum();
        return $"{digits}{(10 - (sum % 10)) % 10}";
    }

    private static int Doubled(int digit) => digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
}
