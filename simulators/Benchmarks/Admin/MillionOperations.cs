using System.Globalization;
using PairingLab.AccessControl.Storage;

namespace PairingLab.Benchmarks.Admin;

/// <summary>A year of entries: 1,000,000 operations of 100,000 cards, 30 countries, 200 locations, mostly completed and online.</summary>
internal static class MillionOperations
{
    public const int Count = 1_000_000;

    private const int Batch = 5_000;

    private static readonly string[] Countries = ["POL", "DEU", "GBR", "AUT", "CZE", "FRA", "ITA", "ESP", "PRT", "NLD"];

    /// <summary>Begins with the oldest one, as they came.</summary>
    public static async Task FillAsync(IMacsDatabase database, DateTimeOffset until)
    {
        if (await database.RunAsync(session => session.Find<long>("select count(*) from operations")) >= Count)
        {
            return;
        }

        var random = new Random(1);
        var step = TimeSpan.FromDays(365) / Count;
        for (var first = 0; first < Count; first += Batch)
        {
            var rows = Enumerable.Range(first, Batch).Select(i => Some(random, i, until - (step * (Count - i)))).ToList();
            await database.RunAsync(session => rows.TrueForAll(row => Operations.Add(session, row)));
        }

        await database.RunAsync(session => session.Execute("analyze operations"));
    }

    private static OperationRow Some(Random random, int i, DateTimeOffset at)
    {
        var card = random.Next(100_000);
        var chance = random.Next(1000);
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds():x12}{i:x8}{random.NextInt64():x16}"),
            PanHash = string.Create(CultureInfo.InvariantCulture, $"{card:x64}"),
            MaskedPan = string.Create(CultureInfo.InvariantCulture, $"{540_000 + (card % 40)}******{card / 10:D4}"),
            Serial = string.Create(CultureInfo.InvariantCulture, $"SN-{random.Next(500)}"),
            LocationId = string.Create(CultureInfo.InvariantCulture, $"L-{random.Next(200)}"),
            Country = Countries[Math.Min(random.Next(10), random.Next(10))],
            Service = random.Next(4) == 0 ? "FastLine" : "Lounge",
            Type = chance % 100 == 7 ? OperationType.OfflineBin : OperationType.Online,
            Status = chance switch
            {
                < 3 => OperationStatus.Reversed,
                < 10 => OperationStatus.Expired,
                < 80 => OperationStatus.Rejected,
                _ => OperationStatus.Completed,
            },
            RulesetId = 1,
            RulesetName = "Everybody",
            Rule = "Number of free invitations",
            Product = "MCG",
            Ica = "1001",
            IcaName = "Alpha Bank",
            Payment = "CONTACTLESS",
            RequestedAt = at,
            EntryAt = at,
            ExpiresAt = at.AddMinutes(5),
            ChangedAt = at,
        };
    }
}
