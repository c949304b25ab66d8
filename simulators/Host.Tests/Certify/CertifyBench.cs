using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Operator;
using PairingLab.Host.Certify;
using PairingLab.Host.Commands;
using PairingLab.Reports.Certification;

namespace PairingLab.Host.Tests.Certify;

/// <summary>Certifications for tests.</summary>
internal static class CertifyBench
{
    /// <summary>A file of lab-config/certify.</summary>
    public static string File(string name) => Path.Combine(Repository.Find().Root, "lab-config", "certify", name);

    /// <summary>Certifies the POS of a description, perhaps changed.</summary>
    public static Task<Attempt> RunAsync(LabBrowser? browser, string file, Func<PosDescription, PosDescription>? change = null, IOperatorDesk? desk = null)
    {
        var read = PosDescriptionFile.Read(File(file));
        return Certification.RunAsync(
            new(File(file), change?.Invoke(read) ?? read, null, null), browser, desk, "test", null, _ => Task.CompletedTask, _ => { }, CancellationToken.None);
    }

    /// <summary>The browser of this machine; skips the test where there is none.</summary>
    public static async Task<LabBrowser> BrowserAsync()
    {
        var found = await new BrowserFinder(BrowserMachine.This).LookAsync();
        Skip.If(found is null, "no browser found");
        return new(found!);
    }

    /// <summary>What did not pass, one line a rule, for messages.</summary>
    public static string NotPassed(Attempt attempt) =>
        string.Join('\n', attempt.Results.Where(r => r.Verdict != RuleVerdict.Passed).Select(r => $"{r.Rule} {r.Verdict}: {r.Reason} [{string.Join("; ", r.Steps)}] {string.Join(" | ", r.Texts)}"));
}
