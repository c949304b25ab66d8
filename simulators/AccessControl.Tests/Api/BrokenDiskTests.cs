using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Store;

namespace PairingLab.AccessControl.Tests.Api;

/// <summary>What a terminal hears when MACS's disk fails: an error of the device API, and nothing of the lab's folders.</summary>
public sealed class BrokenDiskTests
{
    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_by_name()
    {
        var folder = Directory.CreateTempSubdirectory("pairinglab-newer-");
        await using (var database = SqliteDatabase.Open(folder.FullName))
        {
            await database.RunAsync(s => s.Execute("insert into migrations (name) values ('999-future.sql')"));
        }

        var refused = Should.Throw<StoreException>(() => SqliteDatabase.Open(folder.FullName));
        refused.Message.ShouldContain("access-control.db: the database was written by a newer version of this program");
        refused.Message.ShouldContain("'999-future.sql'");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_terminal_is_told_in_the_shape_of_its_API()
    {
        var folder = Directory.CreateTempSubdirectory("pairinglab-broken-");
        var isBroken = false;
        var database = SqliteDatabase.Open(folder.FullName, _ =>
        {
            if (isBroken)
            {
                throw new IOException("the disk is broken");
            }
        });
        await using (var macs = await RunningMacs.StartAsync(null, database, "SN-1"))
        {
            await macs.Macs.RuleCommands.SaveAsync(macs.Everybody, "me");
            isBroken = true;
            (await RunningMacs.ErrorOfAsync(await macs.CheckAsync("SN-1"))).ShouldBe("503 INTERNAL_ERROR: MACS could not do this.");
        }

        folder.Delete(recursive: true);
    }
}
