using System.Diagnostics;
using PairingLab.Kernel.Store;

namespace PairingLab.Kernel.Tests.Store;

/// <summary>A disk of 512 KB: where one can be mounted (Linux, as root).</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lab-full-").FullName;
    private readonly bool mounted;

    public FullDiskTests() => mounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=512k", "none", folder);

    [Fact]
    public void After_a_save_that_did_not_fit_nothing_has_changed_and_smaller_ones_work()
    {
        Assert.SkipUnless(mounted, "no small disk can be mounted here");
        using var store = new SqliteStore(folder);
        store.Save(("a", "one"));

        var full = Should.Throw<StoreException>(() => store.Save(("a", "two"), ("b", new string('x', 2_000_000))));

        full.Message.ShouldBe($"{Path.Combine(folder, "lab.db")}: the disk is full; nothing was changed; make room and try again");
        store.Read("a").ShouldBe("one");
        store.Read("b").ShouldBeNull();
        store.Save(("a", "three"));
        store.Read("a").ShouldBe("three");
    }

    public void Dispose()
    {
        if (mounted)
        {
            Run("umount", folder);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
