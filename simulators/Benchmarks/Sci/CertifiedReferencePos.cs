using System.Diagnostics;

namespace PairingLab.Benchmarks.Sci;

/// <summary>
/// <c>certify sci</c> of the reference POS, as a person starts it for the second time, when the features are built: start of the
/// program, of the features and of the browser, 22 rules, the report.
/// </summary>
internal sealed class CertifiedReferencePos : IBenchmark
{
    public async IAsyncEnumerable<Result> RunAsync()
    {
        var report = Directory.CreateTempSubdirectory("pairinglab-certify-").FullName;
        await CertifyAsync(report);
        var seconds = await Clocked.OnceAsync(() => CertifyAsync(report)) / 1000;
        Directory.Delete(report, recursive: true);
        yield return new("certification of the reference POS", seconds, "s", 20, MoreIsBetter: false, null, "");
    }

    private static async Task CertifyAsync(string report)
    {
        using var certify = Process.Start(HostProcess.Command("certify", "sci", "--out", report))!;
        var said = await certify.StandardOutput.ReadToEndAsync();
        await certify.WaitForExitAsync();
        if (certify.ExitCode != 0)
        {
            throw new InvalidOperationException($"certify ended with {certify.ExitCode}: {said}");
        }
    }
}
