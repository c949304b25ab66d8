using System.Globalization;
using Bogus;

namespace PairingLab.Features.AccessControl;

/// <summary>Makes cards of the banks of the scenarios: from Bogus, with the scenario's seed.</summary>
public sealed class CardPress(int seed)
{
    private readonly Faker faker = new("en") { Random = new Randomizer(seed) };

    /// <summary>A card whose number begins so, of 16 digits, the last one so that it is sound (Luhn).</summary>
    public Cardholder Make(string name, string bin)
    {
        var digits = bin + faker.Random.ReplaceNumbers(new string('#', 15 - bin.Length));
        var sum = digits.Reverse().Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(d => d > 9 ? d - 9 : d);
        var expiry = string.Create(CultureInfo.InvariantCulture, $"{faker.Random.Int(1, 12):D2}/{faker.Random.Int(30, 39)}");
        return new(name, string.Create(CultureInfo.InvariantCulture, $"{digits}{(10 - (sum % 10)) % 10}"), expiry);
    }
}
