using System.Text;
using PairingLab.AccessControl.Services;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Tests.Services;

/// <summary>The secret for the hashes of card numbers does not lie in a database.</summary>
public sealed class PanSecretTests : IDisposable
{
    private const string OldKey = "access-control/pan-secret";

    private readonly string folder = Directory.CreateTempSubdirectory("pan-secret-").FullName;
    private readonly SteppedClock clock = new();

    private string File => Path.Combine(folder, "pan-secret.key");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_is_in_a_file_of_its_own_and_in_no_database()
    {
        var secret = await StartAsync();

        System.IO.File.ReadAllText(File).ShouldBe(secret);
        DatabasesHold(secret).ShouldBeEmpty();
        (await StartAsync()).ShouldBe(secret, "at the next start it is the same");
    }

    [Fact]
    public async Task That_of_an_older_folder_moves_there()
    {
        using (var store = new SqliteStore(folder))
        {
            store.Save((OldKey, "the secret of an older lab"));
        }

        (await StartAsync()).ShouldBe("the secret of an older lab");

        System.IO.File.ReadAllText(File).ShouldBe("the secret of an older lab");
        DatabasesHold("the secret of an older lab").ShouldBeEmpty();
        using var after = new SqliteStore(folder);
        after.Read(OldKey).ShouldBeNull();
    }

    [Fact]
    public async Task Without_its_file_a_database_is_refused_with_the_way_out()
    {
        await StartAsync();
        System.IO.File.Delete(File);

        (await Should.ThrowAsync<StoreException>(StartAsync)).Message.ShouldContain("put its pan-secret.key back into the data folder");
    }

    private List<string> DatabasesHold(string secret) =>
        [.. Directory.GetFiles(folder, "*.db*").Where(
            f => Encoding.Latin1.GetString(System.IO.File.ReadAllBytes(f)).Contains(secret, StringComparison.Ordinal))];

    private async Task<string> StartAsync()
    {
        using var store = new SqliteStore(folder);
        await using var macs = new AccessControlSystem(
            new(
                clock, new Cables(clock, 1), new(clock, new(AccessControlSystem.Description)), store, new(Path.GetTempPath(), 1), Seed: 1,
                DataFolder: folder),
            new AccessControlSettings());
        await macs.StartAsync(default);
        return macs.Directory.Single().Credentials["panSecret"];
    }
}
