using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Commands;

/// <summary>What makes run-lab build the features again.</summary>
public sealed class BuildStampTests : IDisposable
{
    private static readonly DateTimeOffset Built = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Before = Built.AddHours(-1), After = Built.AddSeconds(1);

    private readonly TestFolder folder = new();
    private readonly string assembly;
    private readonly BuildStamp stamp;

    public BuildStampTests()
    {
        string[] folders = ["features", "drivers", "reports", "simulators", "lab-config", ".config"];
        foreach (var name in folders)
        {
            Directory.CreateDirectory(Path.Combine(folder.Path, name));
        }

        Write("features/Reqnroll/Generator/TestClassWriter.cs", Before);
        Write("features/Sci/Pairing.feature", Before);
        assembly = Write("features/bin/PairingLab.Features.dll", After);
        stamp = new(new Repository(folder.Path));
        stamp.Set(Built);
    }

    [Fact]
    public void Nothing_changed_nothing_is_built() => stamp.IsFresh(assembly).ShouldBeTrue();

    [Theory]
    [InlineData("features/Reqnroll/Generator/TestClassWriter.cs")]
    [InlineData("features/Sci/Pairing.feature")]
    [InlineData("features/Sci/New.feature")]
    [InlineData("simulators/Sci/Api/New.cs")]
    [InlineData("Directory.Packages.props")]
    [InlineData(".config/BannedSymbols.txt")]
    public void A_source_that_changed_or_is_new_is_built(string file)
    {
        Write(file, After);
        stamp.IsFresh(assembly).ShouldBeFalse();
    }

    [Fact]
    public void A_source_that_was_there_before_but_not_at_the_build_is_built()
    {
        Write("features/Reqnroll/Generator/Copied.cs", Before);
        stamp.IsFresh(assembly).ShouldBeFalse();
    }

    [Fact]
    public void A_source_that_is_gone_is_built()
    {
        File.Delete(Path.Combine(folder.Path, "features/Reqnroll/Generator/TestClassWriter.cs"));
        stamp.IsFresh(assembly).ShouldBeFalse();
    }

    [Theory]
    [InlineData("features/Reqnroll/Generator/obj/project.assets.json")]
    [InlineData("features/bin/Debug/x.dll")]
    [InlineData("reports/out/2030/junit.xml")]
    [InlineData("docs/running.md")]
    public void What_builds_and_runs_leave_behind_is_no_source(string file)
    {
        Write(file, After);
        stamp.IsFresh(assembly).ShouldBeTrue();
    }

    [Fact]
    public void Without_the_program_it_is_built()
    {
        File.Delete(assembly);
        stamp.IsFresh(assembly).ShouldBeFalse();
    }

    public void Dispose() => folder.Dispose();

    private string Write(string name, DateTimeOffset at)
    {
        var file = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
        File.SetLastWriteTimeUtc(file, at.UtcDateTime);
        return file;
    }
}
