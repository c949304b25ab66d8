using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Tests.Api;

/// <summary>What a terminal hears when MACS's disk fails: an error of the device API, and nothing of the lab's folders.</summary>
public sealed class BrokenDiskTests
{
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
            await macs.Macs.Rules.SaveAsync(macs.Everybody, "me");
            isBroken = true;
            (await RunningMacs.ErrorOfAsync(await macs.CheckAsync("SN-1"))).ShouldBe("503 INTERNAL_ERROR: MACS could not do this.");
        }

        folder.Delete(recursive: true);
    }
}
