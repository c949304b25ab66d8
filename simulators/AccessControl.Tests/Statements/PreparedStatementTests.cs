using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Tests.Statements;

/// <summary>SQLite's kept statements: what was asked once is asked again with other values.</summary>
public sealed class PreparedStatementTests : IAsyncLifetime
{
    private readonly SqliteDatabase database = SqliteDatabase.Open(null);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_statement_takes_the_values_of_each_time()
    {
        (await FactAsync("rules")).ShouldNotBeNull();
        (await FactAsync("nothing")).ShouldBeNull();
        (await FactAsync("whitelist")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_list_of_values_of_any_length()
    {
        (await NamesAsync("rules", "nothing")).ShouldBe(["rules"]);
        (await NamesAsync("rules", "whitelist", "more")).ShouldBe(["rules", "whitelist"]);
        (await NamesAsync("whitelist", "nothing")).ShouldBe(["whitelist"]);
    }

    /// <summary>One that fails is rolled back; those that were worked with it are not.</summary>
    [Fact]
    public async Task Of_works_at_the_same_time_only_the_one_that_fails_leaves_nothing()
    {
        var works = Enumerable.Range(0, 50).Select(i => database.RunAsync(session =>
        {
            session.Execute("insert into facts (name, value) values (@name, '1')", new { name = $"fact {i}" });
            return i % 10 == 7 ? throw new InvalidOperationException($"{i}") : i;
        })).ToList();

        for (var i = 0; i < works.Count; i++)
        {
            if (i % 10 == 7)
            {
                (await Should.ThrowAsync<InvalidOperationException>(works[i])).Message.ShouldBe($"{i}");
            }
            else
            {
                (await works[i]).ShouldBe(i);
            }
        }

        (await database.RunAsync(s => s.Find<long>("select count(*) from facts where name like 'fact %'"))).ShouldBe(45);
    }

    private Task<string?> FactAsync(string name) =>
        database.RunAsync(s => s.Find<string>("select value from facts where name = @name", new { name }));

    private Task<List<string>> NamesAsync(params string[] names) =>
        database.RunAsync(s => s.Query<string>("select name from facts where name in @names order by name", new { names }));
}
