using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Certification;
using PairingLab.Host.Certify;
using PairingLab.Host.Commands;
using PairingLab.Host.Desk;
using PairingLab.Host.Tests.Commands;
using PairingLab.Reports.Certification;

namespace PairingLab.Host.Tests.Certify;

/// <summary>Certifications for tests: real runs of the features, which are built with these tests.</summary>
internal sealed class CertifyBench : IDisposable
{
    private readonly TestFolder folder = new();

    /// <summary>The rules.</summary>
    public static IReadOnlyList<CertificationRule> Rules => CertificationRules.Read(Repository.Find().Features);

    private static string Features =>
        new FeaturesBuild(Repository.Find(), new LabConsole(TextWriter.Null, TextWriter.Null, isRedirected: true)).Assembly;

    /// <summary>A file of lab-config/certify.</summary>
    public static string File(string name) => Path.Combine(Repository.Find().Root, "lab-config", "certify", name);

    /// <summary>A description with something in it changed; the page of the second POS is found from there too.</summary>
    public string Changed(string name, string file, params IEnumerable<(string From, string To)> changes)
    {
        var text = System.IO.File.ReadAllText(File(file))
            .Replace("second-pos/index.html", File("second-pos/index.html"), StringComparison.Ordinal)
            .Replace("second-pos.capabilities.json", File("second-pos.capabilities.json"), StringComparison.Ordinal);
        foreach (var (from, to) in changes)
        {
            text.ShouldContain(from);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return folder.Write($"{name}.json", text);
    }

    /// <summary>Writes a file beside the descriptions.</summary>
    public string Write(string name, string text) => folder.Write(name, text);

    /// <summary>Certifies one POS.</summary>
    public async Task<Attempt> CertifyAsync(string description, DeskServer? desk = null)
    {
        var run = new DirectoryInfo(folder.Path);
        var certification = new Certification(
            Repository.Find(), new LabConsole(TextWriter.Null, TextWriter.Null, isRedirected: true),
            new(description, null, null, Path.Combine(folder.Path, "certification")), run);
        return (await certification.RunAsync(Features, desk, "test", new(folder.Path), CancellationToken.None)).Attempt;
    }

    /// <summary>
    /// Certifies several POSs in one run, each by its own rules (null: all), without pictures; gives the results of each.
    /// </summary>
    public Task<IReadOnlyList<IReadOnlyList<RuleResult>>> CertifyAsync(
        IReadOnlyList<(string Description, IReadOnlyList<string>? Rules)> poses) =>
        new CertificationRun(Repository.Find(), new(folder.Path), "").CheckAsync(
            Features,
            [
                .. poses.Select((p, i) => new CertificationTarget(
                    p.Description, null, null, Path.Combine(folder.Path, $"certification-{i}"), Pictures: false, p.Rules)),
            ],
            null, CancellationToken.None);

    /// <summary>Skips the test on a machine without a browser.</summary>
    public static async Task NeedBrowserAsync() =>
        Assert.SkipWhen(await new BrowserFinder(BrowserMachine.This).LookAsync() is null, "no browser found");

    /// <summary>What did not pass, one line a rule, for messages.</summary>
    public static string NotPassed(IEnumerable<RuleResult> results) => string.Join(
        '\n',
        results.Where(r => r.Verdict != RuleVerdict.Passed)
            .Select(r => $"{r.Rule} {r.Verdict}: {r.Reason} [{string.Join("; ", r.Steps)}] {string.Join(" | ", r.Texts)}"));

    public void Dispose() => folder.Dispose();
}
