using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Tests.Postgres;

/// <summary>Several labs on one PostgreSQL, each with its own folder.</summary>
[Collection("postgres")]
public sealed class SeveralLabsTests(PostgresServer postgres)
{
    private readonly SteppedClock clock = new();

    [Fact]
    public async Task Those_that_start_at_once_on_an_empty_database_set_it_up_once()
    {
        var database = postgres.NewDatabase();
        var labs = Enumerable.Range(0, 6).Select(_ => Lab(database, "one secret")).ToList();
        await Task.WhenAll(labs.Select(l => Task.Run(() => l.StartAsync(default))));
        labs.Select(l => l.Directory.Single().Credentials["panSecret"]).ShouldAllBe(s => s == "one secret");
        await using (var rows = MacsDatabase.Open(database, null))
        {
            (await rows.RunAsync(s => s.Query<string>("select name from rulesets"))).ShouldBeUnique();
        }

        await EndAsync(labs);
    }

    [Fact]
    public async Task One_with_another_secret_for_card_numbers_is_refused()
    {
        var database = postgres.NewDatabase();
        var (first, other) = (Lab(database, "one secret"), Lab(database, "another secret"));
        await first.StartAsync(default);
        (await Should.ThrowAsync<StoreException>(() => other.StartAsync(default))).Message
            .ShouldContain("give every lab on it the same access-control.panSecret");
        await EndAsync([other]);

        var again = Lab(database, "one secret");
        await again.StartAsync(default);
        await EndAsync([first, again]);
    }

    private AccessControlSystem Lab(string database, string secret) =>
        new(
            new(
                clock, new Cables(clock, 1), new(clock, new(AccessControlSystem.Description)), new MemoryStore(),
                new(Path.GetTempPath(), 1), Seed: 1),
            new AccessControlSettings { Database = database, PanSecret = secret });

    private static async Task EndAsync(List<AccessControlSystem> labs)
    {
        foreach (var lab in labs)
        {
            await lab.DisposeAsync();
        }
    }
}
