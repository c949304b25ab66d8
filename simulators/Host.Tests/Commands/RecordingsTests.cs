using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Commands;

/// <summary>What was seen once at a bench, and kept, is played to the drivers of today, and is as it was then.</summary>
public sealed class RecordingsTests
{
    public static TheoryData<string> Kept
    {
        get
        {
            var features = Repository.Find().Features;
            return [.. Directory.GetDirectories(features)
                .Select(system => Path.Combine(system, "Recorded"))
                .Where(Directory.Exists)
                .SelectMany(Directory.GetDirectories)
                .Select(recording => Path.GetRelativePath(features, recording))];
        }
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_recording_that_is_kept_is_played_again_and_passes(string recording)
    {
        using var folder = new TestFolder();
        await using var replay = LabProcess.StartIn(
            folder.Path, "replay", Path.Combine(Repository.Find().Features, recording), "--run", "--no-build");
        (await replay.EndAsync()).ShouldBe(0, replay.Output);
        replay.Output.ShouldContain("1 passed, 0 failed, 0 errors, 0 skipped");
        replay.Output.ShouldNotContain("not as it was at the bench");
    }
}
