using Dapper;
using Microsoft.Data.Sqlite;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Commands;

/// <summary>A file of a data folder that can't be used is named, with the way out, and left as it is.</summary>
public sealed class DataFileTests : IDisposable
{
    private readonly TestFolder data = new();

    public static TheoryData<string> Files => [.. LabTables.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task One_that_is_no_database(string name)
    {
        await MakeAsync();
        var file = data.Write(name, new string('x', 5_000));

        (await HostAsync()).ShouldBeOneClearLine(file, "no sound database", "move the file away to start anew, or restore a copy");

        (await File.ReadAllTextAsync(file)).ShouldBe(new string('x', 5_000));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task One_with_damaged_pages(string name)
    {
        await MakeAsync();
        var file = Path.Combine(data.Path, name);
        var bytes = await File.ReadAllBytesAsync(file);
        bytes.AsSpan(4_096).Fill(0xA5);
        await File.WriteAllBytesAsync(file, bytes);

        (await HostAsync()).ShouldBeOneClearLine(file, "move the file away to start anew, or restore a copy");

        (await File.ReadAllBytesAsync(file)).ShouldBe(bytes);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task One_that_can_not_be_opened(string name)
    {
        // A folder in its place: the user who runs the tests may be one who can read every file.
        var file = Path.Combine(data.Path, name);
        Directory.CreateDirectory(file);

        (await HostAsync()).ShouldBeOneClearLine(file, "may this user write in it?");
    }

    [Theory]
    [InlineData("lab.db", "pragma user_version = 99", "start that version, or give the lab another folder with --data")]
    [InlineData("access-control.db", "insert into migrations (name) values ('999-future.sql')", "newer version of this program")]
    public async Task One_of_a_newer_version(string name, string change, string wayOut)
    {
        await MakeAsync();
        var file = Path.Combine(data.Path, name);
        using (var database = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            database.Open();
            database.Execute(change);
        }

        (await HostAsync()).ShouldBeOneClearLine(file, "newer version of this program", wayOut);
    }

    [Fact]
    public async Task The_secret_of_the_cards_that_was_moved_away()
    {
        await MakeAsync();
        File.Delete(Path.Combine(data.Path, "pan-secret.key"));

        (await HostAsync()).ShouldBeOneClearLine("put its pan-secret.key back into the data folder");
    }

    [Fact]
    public async Task A_lab_db_that_was_moved_away_from_beside_the_database_of_MACS()
    {
        await MakeAsync();
        File.Delete(Path.Combine(data.Path, "lab.db"));

        (await HostAsync()).ShouldBeOneClearLine("access-control.db", "put the lab.db back", "--data");
    }

    [Fact]
    public async Task A_folder_that_was_moved_as_a_whole_goes_on()
    {
        await MakeAsync();
        var before = LabTables.Counts(data.Path);
        using var elsewhere = new TestFolder();
        foreach (var file in Directory.GetFiles(data.Path))
        {
            File.Move(file, Path.Combine(elsewhere.Path, Path.GetFileName(file)));
        }

        await MakeAsync(elsewhere.Path);

        LabTables.Counts(elsewhere.Path).ShouldBe(before);
    }

    public void Dispose() => data.Dispose();

    private Task<Said> HostAsync() => Said.ByAsync("host", "--port", "0", "--data", data.Path);

    private async Task MakeAsync(string? folder = null)
    {
        await using var site = await LabSite.StartAsync(PairingSystems.BuiltIn.Sample with { DataFolder = folder ?? data.Path });
    }
}
