using PairingLab.Host.Commands;
using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Replay;

/// <summary>What was seen on a bench once, and kept under features/…/Recorded, is played to the drivers of today.</summary>
public sealed class RecordedTests : IDisposable
{
    private readonly TestFolder folder = new();

    public static TheoryData<string> Recordings =>
    [
        .. Directory.GetDirectories(Repository.Find().Features, "Recorded", SearchOption.AllDirectories)
            .SelectMany(r => Directory.GetDirectories(r)).Select(r => Path.GetRelativePath(Repository.Find().Root, r)),
    ];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task It_goes_as_it_should(string recording)
    {
        await using var replay = LabProcess.StartIn(
            folder.Path, "replay", Path.Combine(Repository.Find().Root, recording), "--run", "--no-build");
        (await replay.EndAsync()).ShouldBe(0, replay.Output);
        replay.Output.ShouldContain("1 passed, 0 failed, 0 errors, 0 skipped");
    }
}
