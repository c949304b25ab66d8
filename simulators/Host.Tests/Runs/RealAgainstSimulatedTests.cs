using PairingLab.Host.Tests.Commands;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Tests.Runs;

/// <summary>A run on a maker's device beside one on the lab's own: where the reference differs is said, text by text.</summary>
public sealed class RealAgainstSimulatedTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task What_the_makers_device_showed_stands_beside_what_the_simulated_one_showed()
    {
        Write("real", DeviceReality.Real, "OTP EXPIRED", 4);
        Write("simulated", DeviceReality.Simulated, "OTP expired", 1);
        await using var lab = LabProcess.StartIn(folder.Path, "compare", "real", "simulated");
        (await lab.EndAsync()).ShouldBe(1, lab.Output);
        lab.Output.ShouldContain("real (bench \"counter\": 1 Real) | simulated (bench \"counter\": 1 Simulated)");
        lab.Output.ShouldContain("Commander/a.feature:11  It expires");
        lab.Output.ShouldContain("  Passed 4.0 s | Passed 1.0 s");
        lab.Output.ShouldContain("  Then pos-1 shows it: pos-1 shows \"Workstation / OTP EXPIRED\" | \"Workstation / OTP expired\"");
        lab.Output.ShouldContain("1 scenarios, 1 different");
    }

    public void Dispose() => folder.Dispose();

    private void Write(string name, DeviceReality reality, string text, int seconds)
    {
        var evidence = new EvidenceFolder(new(Path.Combine(folder.Path, name)));
        evidence.WriteRun(new()
        {
            Id = name,
            Started = DateTimeOffset.UnixEpoch,
            Bench = "counter",
            Devices = [new("pos-1", "pos-workstation", reality)],
        });
        evidence.Add(
            new()
            {
                FeaturePath = "Commander/a.feature",
                Feature = "Pairing",
                Name = "It expires",
                Line = 11,
                Started = DateTimeOffset.UnixEpoch,
                Finished = DateTimeOffset.UnixEpoch.AddSeconds(seconds),
                Outcome = Outcome.Passed,
                Steps =
                [
                    new()
                    {
                        Keyword = "Then",
                        Text = "pos-1 shows it",
                        Outcome = StepOutcome.Passed,
                        Seen = [new PanelSeen { Device = "pos-1", Title = "Workstation", Texts = [text], Buttons = [] }],
                    },
                ],
            },
            new());
    }
}
