using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Runs;

/// <summary>Runs of a clone in which nothing can be written.</summary>
public sealed class OutFolderTests : IDisposable
{
    private const string Nowhere = "/proc/nowhere";

    private static readonly string[] OneRow = ["run", "--no-build", "--name", "OTP is retrieved 59 seconds after"];

    private readonly TestFolder folder = new();

    private string Out => Path.Combine(folder.Path, "today");

    [Fact]
    public async Task A_run_goes_where_it_is_told_with_its_history_and_what_failed()
    {
        await SaysAsync(0, "1 passed, 0 failed", [.. OneRow, "--out", Out]);
        File.Exists(Path.Combine(Directory.GetDirectories(Out).ShouldHaveSingleItem(), "index.html")).ShouldBeTrue();
        File.Exists(Path.Combine(Out, "history.db")).ShouldBeTrue();

        await SaysAsync(0, "no scenario failed when it ran last", "run", "--no-build", "--last-failed", "--out", Out);
        await SaysAsync(0, "nothing is left to run", "run", "--no-build", "--resume", "last", "--out", Out);
    }

    [Fact]
    public async Task A_folder_that_can_not_be_written_is_told_with_the_way_out()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "nobody can write to /proc, root neither; other systems have no such folder");
        await SaysAsync(2, $"no run can be written to {Nowhere}", OneRow);
        await SaysAsync(2, "run --out DIR names another folder", OneRow);
        await SaysAsync(2, "--out is empty; name a folder", [.. OneRow, "--out", ""]);
    }

    public void Dispose() => folder.Dispose();

    private static async Task SaysAsync(int code, string what, params string[] args)
    {
        await using var run = LabProcess.StartWith([("PAIRINGLAB_REPORTS", Nowhere)], args);
        (await run.EndAsync()).ShouldBe(code, run.Output);
        run.Output.ShouldContain(what);
    }
}
