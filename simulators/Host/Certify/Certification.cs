using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Operator;
using PairingLab.Reports.Certification;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Certify;

/// <summary>One attempt to certify a POS: sets the lab up, checks every rule, takes the lab down.</summary>
internal static class Certification
{
    /// <summary>Does it.</summary>
    /// <param name="options">Which POS.</param>
    /// <param name="browser">Not needed for a POS worked by an operator.</param>
    /// <param name="desk">Needed for such a one only.</param>
    /// <param name="tester">Who does it.</param>
    /// <param name="keep">Keeps a screenshot; null keeps none.</param>
    /// <param name="ready">Told of the lab's side before the first rule.</param>
    /// <param name="told">Told of each result.</param>
    /// <param name="cancel">Stops it; what was judged is kept.</param>
    public static async Task<Attempt> RunAsync(
        CertifyOptions options,
        LabBrowser? browser,
        IOperatorDesk? desk,
        string tester,
        Func<string, byte[], string>? keep,
        Func<CertificationSite, Task> ready,
        Action<RuleResult> told,
        CancellationToken cancel)
    {
        var (started, timestamp) = (TimeProvider.System.GetUtcNow(), TimeProvider.System.GetTimestamp());
        var journal = new Journal();
        await using var site = await CertificationSite.StartAsync(options.Data, cancel).ConfigureAwait(false);
        await ready(site).ConfigureAwait(false);
        await using var pos = await CertifiedPos.OpenAsync(options, site, browser, desk, journal, cancel).ConfigureAwait(false);
        var results = await new Certifier(new(pos.Pos, options.Description, site, journal), keep, told).RunAsync(cancel).ConfigureAwait(false);
        return new()
        {
            Started = started,
            Seconds = TimeProvider.System.GetElapsedTime(timestamp).TotalSeconds,
            Tester = tester,
            ToolVersion = typeof(Certification).Assembly.GetName().Version!.ToString(3),
            Description = Path.GetFileName(options.DescriptionFile),
            Devices =
            [
                new("pos", "sci-pos", pos.Reality),
                .. CertificationSite.TerminalIds.Select(t => new DeviceEvidence(t, "eftpos-terminal", DeviceReality.Simulated)),
                new("sci", "pairing service and SCI API", DeviceReality.Simulated),
            ],
            Results = results,
        };
    }
}
