using PairingLab.Host.Commands;
using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Runs;

/// <summary>--dry-run of a repository whose one feature has steps that can't run; the programs are those of the real one.</summary>
public sealed class DryRunTests : IDisposable
{
    private const string Feature = """
        @commander
        Feature: Steps that can't run

          Scenario: A step that nobody has written
            Given a new installation
            When pos-1 sings a song

          Scenario: A step of another system
            Given a new installation
            Then CAS shows "Terminals"

          Scenario: One that can run
            Given a new installation
        """;

    private readonly DirectoryInfo repository = Directory.CreateTempSubdirectory("pairinglab-dry-run-");

    [Fact]
    public async Task A_step_without_a_binding_is_named_with_its_place_and_the_run_fails()
    {
        var said = await DryRunAsync(1, "--name", "nobody has written");
        said.ShouldContain("features/Commander/Broken.feature:6  When pos-1 sings a song: no binding\n");
        said.ShouldContain("1 scenario: 1 step that can't run, ");
        said.ShouldNotContain("Broken.feature:10");
    }

    [Fact]
    public async Task A_step_whose_binding_is_for_other_tags_is_told_so() =>
        (await DryRunAsync(1, "--name", "another system")).ShouldContain(
            "features/Commander/Broken.feature:10  Then CAS shows \"Terminals\": no binding for these tags; other tags have ");

    [Fact]
    public async Task A_binding_that_no_step_uses_is_listed_and_is_no_failure() =>
        (await DryRunAsync(0, "--name", "One that can run")).ShouldMatch(
            @"unused: \w+\.\w+ "".+""\n(.|\n)*1 scenario: 0 steps that can't run, [1-9]\d* unused bindings");

    public void Dispose() => repository.Delete(recursive: true);

    private async Task<string> DryRunAsync(int code, params string[] picked)
    {
        var features = Path.Combine("features", "bin", "Debug", "net10.0");
        Copy(Path.Combine(Repository.Find().Root, features), Path.Combine(repository.FullName, features));
        Copy(AppContext.BaseDirectory, Path.Combine(repository.FullName, "host"));
        await File.WriteAllTextAsync(Path.Combine(repository.FullName, "PairingLab.sln"), "");
        Directory.CreateDirectory(Path.Combine(repository.FullName, "features", "Commander"));
        await File.WriteAllTextAsync(Path.Combine(repository.FullName, "features", "Commander", "Broken.feature"), Feature);
        await using var run = LabProcess.StartProgram(
            Path.Combine(repository.FullName, "host", "PairingLab.Host.dll"), [], ["run", "--dry-run", "--no-build", .. picked]);
        (await run.EndAsync()).ShouldBe(code, run.Output);
        return run.Output;
    }

    /// <summary>A program finds its repository above itself. Browsers, which are not needed here, stay behind.</summary>
    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from).Where(d => Path.GetFileName(d) != ".playwright"))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
