using System.Diagnostics;
using System.Xml.Linq;
using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Documents;

/// <summary>
/// The recipes of docs/ci.md and the repository's own workflow: their commands are typed into a shell as the server would, in two shards of
/// three scenarios. What a server does between the jobs, to carry artifacts, is done by hand.
/// </summary>
public sealed class CiRecipeTests : IDisposable
{
    private const int Shards = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // What upload-artifact and download-artifact do.
    private const string GitHub = "mkdir -p reports/shards/run-$N && mv reports/out/2*/ reports/shards/run-$N/";

    private readonly TestFolder folder = new();

    [Theory]
    [InlineData(".github/workflows/features.yml", GitHub, "reports/out/merged")]
    [InlineData("GitHub Actions", GitHub, "reports/out/merged")]
    [InlineData("GitLab", "", "reports/out/merged")]
    [InlineData("Jenkins", "", "merged")]
    [InlineData("Azure Pipelines", "mkdir -p reports/shards && mv reports/out reports/shards/run-$N", "reports/out/merged")]
    public async Task Its_shards_are_merged_into_one_run(string source, string carry, string merged)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the recipes are for a shell of Linux");
        var recipe = CiRecipe.Of(source);
        folder.Write("run-lab.sh", $"""
            #!/bin/bash
            lab="dotnet {Path.Combine(AppContext.BaseDirectory, "PairingLab.Host.dll")}"
            if [ "$1" = merge ]; then exec $lab "$@"; fi
            exec $lab run --no-build --seed 7 --name "OTP is retrieved .* after .Pair POS" "$@"
            """);
        await TypeAsync("chmod +x run-lab.sh", 1);

        for (var shard = 1; shard <= Shards; shard++)
        {
            await TypeAsync(Filled(recipe.Shard, shard), shard);
            await TypeAsync(carry.Replace("$N", $"{shard}", StringComparison.Ordinal), shard);
        }

        await TypeAsync(Filled(recipe.Report, 1), 1);
        XDocument.Load(Path.Combine(folder.Path, merged, "junit.xml")).Descendants("testcase").Count().ShouldBe(3);
        File.Exists(Path.Combine(folder.Path, merged, "index.html")).ShouldBeTrue();
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The variables that a server fills in before a shell sees them.</summary>
    private static string Filled(string script, int shard) => script
        .Replace("${{ matrix.shard }}", $"{shard}", StringComparison.Ordinal)
        .Replace("${{ strategy.job-total }}", $"{Shards}", StringComparison.Ordinal)
        .Replace("$(System.JobPositionInPhase)", $"{shard}", StringComparison.Ordinal)
        .Replace("$(System.TotalJobsInPhase)", $"{Shards}", StringComparison.Ordinal);

    private async Task TypeAsync(string script, int shard)
    {
        var start = new ProcessStartInfo("bash", ["-e", "-o", "pipefail", "-c", script])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.Environment["PAIRINGLAB_REPORTS"] = Path.Combine(folder.Path, "reports", "out");
        start.Environment["CI_NODE_INDEX"] = start.Environment["SHARD"] = $"{shard}";
        start.Environment["CI_NODE_TOTAL"] = $"{Shards}";
        using var shell = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        var errors = shell.StandardError.ReadToEndAsync(limit.Token);
        var said = await shell.StandardOutput.ReadToEndAsync(limit.Token);
        await shell.WaitForExitAsync(limit.Token);
        shell.ExitCode.ShouldBe(0, $"{script}\n{said}\n{await errors}");
    }
}
