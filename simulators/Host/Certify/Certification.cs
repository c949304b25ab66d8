using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PairingLab.Drivers.Certification;
using PairingLab.Host.Commands;
using PairingLab.Host.Desk;
using PairingLab.Reports.Certification;
using PairingLab.Reports.Evidence;
using Spectre.Console;

namespace PairingLab.Host.Certify;

/// <summary>One attempt to certify a POS, as a person follows it.</summary>
/// <param name="repository">Where the features are.</param>
/// <param name="console">Where it is told how it goes.</param>
/// <param name="target">The POS; its results go to a folder of the run.</param>
/// <param name="run">The folder of the run.</param>
internal sealed class Certification(Repository repository, LabConsole console, CertificationTarget target, DirectoryInfo run)
{
    private readonly RuleResultFolder results = new(target.Results);
    private bool toldWhere;

    /// <summary>Checks every rule.</summary>
    /// <param name="features">The test assembly.</param>
    /// <param name="desk">Where a person is asked; null when there is none.</param>
    /// <param name="tester">Who does it.</param>
    /// <param name="folder">Where screenshots are kept.</param>
    /// <param name="interrupted">Stops it; what was judged is kept.</param>
    public async Task<(Attempt Attempt, IReadOnlyList<CertificationRule> Rules)> RunAsync(
        string features, DeskServer? desk, string tester, CertificationFolder folder, CancellationToken interrupted)
    {
        var (started, timestamp) = (TimeProvider.System.GetUtcNow(), TimeProvider.System.GetTimestamp());
        var check = new CertificationRun(repository, run, desk?.Address ?? "");
        var judged = await check.CheckAsync(features, [target], () => Tell(check.Rules), interrupted);
        Tell(check.Rules);
        if (!results.HasResults)
        {
            throw new CommandException(
                $"the certification did not begin, so no attempt is kept: {judged[0][0].Reason}");
        }

        var description = await File.ReadAllBytesAsync(target.Description, CancellationToken.None);
        var pos = PosDescriptionFile.Read(target.Description);
        var capabilities = target.CapabilitiesFile(pos);
        var attempt = new Attempt
        {
            Started = started,
            Seconds = TimeProvider.System.GetElapsedTime(timestamp).TotalSeconds,
            Tester = tester,
            ToolVersion = typeof(Certification).Assembly.GetName().Version!.ToString(3),
            Description = Path.GetFileName(target.Description),
            DescriptionSum = Convert.ToHexStringLower(SHA256.HashData(description)),
            Declared = (capabilities is null ? PosCapabilities.Least : PosCapabilities.Read(capabilities)).ToString(),
            Capabilities = capabilities is null
                ? null
                : folder.Keep("capabilities.json", await File.ReadAllBytesAsync(capabilities, CancellationToken.None)),
            Reached = results.Reached ?? "",
            Machine = RuntimeInformation.OSDescription,
            Devices = Devices(pos.Is),
            Results =
            [
                .. judged[0].Select(r => r.Picture is null ? r : r with { Picture = folder.Keep($"{r.Rule}.png", results.Picture(r)) }),
            ],
        };
        return (attempt, check.Rules);
    }

    private static IReadOnlyList<DeviceEvidence> Devices(PosWay pos) =>
    [
        new("pos", "sci-pos", pos switch
        {
            PosWay.Simulated => DeviceReality.Simulated,
            PosWay.Operator => DeviceReality.Operator,
            _ => DeviceReality.Real,
        }),
        new("eftpos-1", "eftpos-terminal", DeviceReality.Simulated),
        new("eftpos-2", "eftpos-terminal", DeviceReality.Simulated),
        new("sci", "pairing service and SCI API", DeviceReality.Simulated),
    ];

    private void Tell(IReadOnlyList<CertificationRule> rules)
    {
        if (!toldWhere && results.Where is { } where)
        {
            toldWhere = true;
            console.Say(where);
        }

        foreach (var result in results.ReadNew())
        {
            var colour = result.Verdict switch { RuleVerdict.Passed => Color.Green, RuleVerdict.Failed => Color.Red, _ => Color.Yellow };
            var title = rules.Single(r => r.Id == result.Rule).Title;
            var reason = result.Reason.Length > 0 ? $": {result.Reason}" : "";
            console.Say($"{RuleMark.Word(result.Verdict),-14}  {result.Rule,-13} {title}{reason}", colour);
        }
    }
}
