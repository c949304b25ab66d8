using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Site;

/// <summary>The temporary folder of a site.</summary>
public sealed class RunFolderTests
{
    [Fact]
    public void Is_this_users_alone_and_gone_with_the_site()
    {
        using var other = new RunFolder();
        string path;
        using (var run = new RunFolder())
        {
            path = run.Path;
            path.ShouldNotBe(other.Path);
            Path.GetFileName(path).ShouldStartWith($"pairinglab-{Environment.UserName}-");
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        Directory.Exists(path).ShouldBeFalse();
        Directory.Exists(other.Path).ShouldBeTrue();
    }

    [Fact]
    public void Of_a_killed_lab_is_cleared_away_and_one_in_use_is_not()
    {
        using var used = new RunFolder();
        var left = Directory.CreateTempSubdirectory($"pairinglab-{Environment.UserName}-").FullName;
        File.WriteAllText(Path.Combine(left, "lock"), "");
        File.WriteAllText(Path.Combine(left, "commander-1"), "");

        RunFolder.ClearAway();

        Directory.Exists(left).ShouldBeFalse();
        Directory.Exists(used.Path).ShouldBeTrue();
    }
}
