namespace PairingLab.Drivers.Tests.Bench;

public sealed class BenchSchemaTests(Npm npm) : IClassFixture<Npm>
{
    [Fact]
    public async Task Schema_and_reader_say_the_same_of_every_file()
    {
        Assert.SkipWhen(npm.Missing is not null, npm.Missing ?? "");
        var good = Corpus.Files("good").Concat(Corpus.Files("beyond-schema")).Concat(OurBenches()).ToList();
        var bad = Corpus.Files("bad").ToList();

        var verdicts = await npm.ValidateAsync(Path.Combine(RepositoryPaths.Benches, "bench.schema.json"), good.Concat(bad));

        verdicts.Length.ShouldBe(good.Count + bad.Count);
        var wrong = good.Concat(bad).Zip(verdicts, (f, v) => (File: f, Verdict: v))
            .Where((f, i) => f.Verdict.StartsWith("ok", StringComparison.Ordinal) != (i < good.Count))
            .Select(f => $"{f.File}: {f.Verdict}");
        wrong.ShouldBeEmpty();
    }

    private static IEnumerable<string> OurBenches() =>
        Directory.GetFiles(RepositoryPaths.Benches, "*.json").Where(f => !f.EndsWith("schema.json", StringComparison.Ordinal));
}
