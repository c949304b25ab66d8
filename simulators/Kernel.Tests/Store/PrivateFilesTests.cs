using System.Runtime.Versioning;
using PairingLab.Kernel.Store;

namespace PairingLab.Kernel.Tests.Store;

/// <summary>What a lab keeps, other users can't read.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrivateFilesTests : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode MyFolder = Mine | UnixFileMode.UserExecute;
    private const UnixFileMode ForAll =
        MyFolder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly string folder = Directory.CreateTempSubdirectory("lab-private-").FullName;

    public PrivateFilesTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "needs file modes");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_store_and_its_log_in_a_new_folder()
    {
        var kept = Path.Combine(folder, "lab");
        using var store = new SqliteStore(kept);
        store.Save(("a", "one"));

        File.GetUnixFileMode(kept).ShouldBe(MyFolder);
        Directory.GetFiles(kept).ShouldContain(Path.Combine(kept, "lab.db-wal"));
        Directory.GetFiles(kept).ShouldAllBe(f => File.GetUnixFileMode(f) == Mine);
    }

    [Fact]
    public void A_store_of_an_earlier_version_is_closed_to_others()
    {
        new SqliteStore(folder).Dispose();
        File.SetUnixFileMode(folder, ForAll);
        File.SetUnixFileMode(Path.Combine(folder, "lab.db"), ForAll);

        new SqliteStore(folder).Dispose();

        File.GetUnixFileMode(folder).ShouldBe(MyFolder);
        File.GetUnixFileMode(Path.Combine(folder, "lab.db")).ShouldBe(Mine);
    }

    [Fact]
    public void A_folder_with_other_things_in_it_stays_open_and_the_store_is_closed()
    {
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "for all");
        File.SetUnixFileMode(folder, ForAll);

        new SqliteStore(folder).Dispose();

        File.GetUnixFileMode(folder).ShouldBe(ForAll);
        File.GetUnixFileMode(Path.Combine(folder, "lab.db")).ShouldBe(Mine);
    }

    [Fact]
    public void A_secret_in_a_file_of_its_own_is_for_this_user_only_and_comes_back()
    {
        var file = Path.Combine(folder, "some.key");
        PrivateFiles.Read(file).ShouldBeNull();

        PrivateFiles.Write(file, "a secret");
        File.GetUnixFileMode(file).ShouldBe(Mine);
        File.SetUnixFileMode(file, ForAll);
        PrivateFiles.Write(file, "a secret");

        File.GetUnixFileMode(file).ShouldBe(Mine);
        PrivateFiles.Read(file).ShouldBe("a secret");
        PrivateFiles.Write(file, "another");
        PrivateFiles.Read(file).ShouldBe("another");
        Directory.GetFiles(folder, "some.key*").ShouldBe([file]);
    }

    [Fact]
    public void What_a_link_leads_to_keeps_its_rights()
    {
        var other = Path.Combine(folder, "other");
        File.WriteAllText(other, "");
        File.SetUnixFileMode(other, ForAll);
        File.CreateSymbolicLink(Path.Combine(folder, "lab.db"), other);

        PrivateFiles.MakeDatabase(Path.Combine(folder, "lab.db"));

        File.GetUnixFileMode(other).ShouldBe(ForAll);
    }
}
