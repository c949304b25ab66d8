using PairingLab.Drivers.Bench;

namespace PairingLab.Drivers.Tests.Bench;

/// <summary>Two runs never have one bench.</summary>
public sealed class BenchLockTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lock").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_second_one_is_told_who_has_it_and_since_when()
    {
        var (bench, file) = Bench("one.json", "tcp://probe:3001");
        using var first = BenchLock.TryTake(bench, file, "run-lab run --bench one.json", out _).ShouldNotBeNull();

        BenchLock.TryTake(bench, file, "another", out var holder).ShouldBeNull();
        holder.ShouldNotBeNull().Command.ShouldBe("run-lab run --bench one.json");
        holder.ToString().ShouldContain($"is taken by {Environment.UserName} since 20");
        BenchLock.HolderOf(bench, file).ShouldBe(holder);
    }

    [Fact]
    public void Another_bench_with_the_same_line_is_taken_too_and_one_without_is_not()
    {
        var (bench, file) = Bench("one.json", "tcp://probe:3001");
        var (same, sameFile) = Bench("same-line.json", "tcp://probe:3001");
        var (other, otherFile) = Bench("other-line.json", "tcp://probe:3002");
        using var first = BenchLock.TryTake(bench, file, "first", out _).ShouldNotBeNull();

        BenchLock.TryTake(same, sameFile, "second", out var holder).ShouldBeNull();
        holder!.ToString().ShouldStartWith("line tcp://probe:3001 is taken by ");
        using var free = BenchLock.TryTake(other, otherFile, "third", out _).ShouldNotBeNull();
    }

    [Fact]
    public async Task It_is_waited_for_and_the_holder_is_told_once()
    {
        var (bench, file) = Bench("one.json", "tcp://probe:3003");
        var first = BenchLock.TryTake(bench, file, "first", out _).ShouldNotBeNull();
        var told = new List<string>();
        var heard = new TaskCompletionSource();
        var waiting = BenchLock.TakeAsync(bench, file, "second", Hear, CancellationToken.None);
        await heard.Task;
        first.Dispose();
        using var second = await waiting;
        told.ShouldBe(["first"]);

        void Hear(BenchHolder holder)
        {
            told.Add(holder.Command);
            heard.TrySetResult();
        }
    }

    private (Drivers.Bench.Bench Bench, string File) Bench(string name, string line)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(
            file,
            $$"""
            {"name":"x","clock":"real","devices":[{"id":"c-1","kind":"commander-display","is":"real","line":"{{line}}"}]}
            """);
        return (BenchFile.Read(file, Corpus.Kinds), file);
    }
}
