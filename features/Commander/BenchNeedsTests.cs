using System.Text.RegularExpressions;
using PairingLab.Features.Support;

namespace PairingLab.Features.Commander;

/// <summary>A bench passes nothing for hardware that it has not.</summary>
public sealed partial class BenchNeedsTests
{
    private const string Small = """
        { "name": "small", "clock": "real",
          "devices": [
            { "id": "commander-1", "kind": "commander-display", "is": "real", "line": "/dev/ttyUSB0",
              "model": "Commander", "base": "55.00" },
            { "id": "config-1", "kind": "configuration-client", "is": "operator" },
            { "id": "pos-1", "kind": "pos-workstation", "is": "operator", "model": "Topaz", "power": { "on": "true", "off": "true" } } ] }
        """;

    [Theory]
    [InlineData(null, "a new installation", "the Pairing Service is started", "pos-1 is paired")]
    [InlineData(null, "a new installation of a Commander with a Topaz", "pos-1 is paired")]
    [InlineData("this bench has a Commander as commander-1; the scenario needs a RubyCi", "a new installation of a RubyCi with a C18")]
    [InlineData("this bench has a Topaz as pos-1; the scenario needs a C18", "a new installation of a Commander with a C18")]
    [InlineData("this bench has no pos-2; of commander there is commander-1, config-1, pos-1", "a new installation", "pos-2 is paired")]
    [InlineData("this bench has no config-2;", "the manager finds pos-1 linked under POS Workstations")]
    [InlineData(null, "pos-1 loses power for a moment")]
    [InlineData("this bench has a real commander-1, whose power it can't switch;", "commander-1 loses power")]
    [InlineData("this bench has a hand-operated pos-1, whose network it can't fault;", "the cable of pos-1 is pulled")]
    [InlineData("this bench has a real commander-1, whose serial line it can't damage", "the line of commander-1 is cut")]
    [InlineData(null, "the display of commander-1 is dark over the serial line")]
    [InlineData(null, "a site whose Commander runs Base 55.00")]
    [InlineData("this bench has a real commander-1 with Base 55.00; the scenario needs 53.00", "a site whose Commander runs Base 53.00")]
    [InlineData("this bench has a real commander-1, and the scenario does what only a simulated one can", "a site with two Commanders")]
    [InlineData(null, "pos-1 shows \"pos-7 is busy\"")]
    public void Says_what_a_small_bench_lacks(string? lacks, params string[] steps)
    {
        var said = Of(Small).Lacks("commander", steps);
        if (lacks is null)
        {
            said.ShouldBeNull();
        }
        else
        {
            said.ShouldNotBeNull().ShouldStartWith(lacks);
        }
    }

    [Fact]
    public void A_device_that_a_step_adds_is_not_missing()
    {
        var usual = File.ReadAllText(RunSettings.Current.UsualBench);
        Of(usual).Lacks("commander", ["a site with two Commanders", "the Pairing Service of commander-2 is started"]).ShouldBeNull();
        Of(usual).Lacks("terminal-trust", ["a server with 21 terminals of firmware 20240101", "kiosk-21 is paired with cas-1"])
            .ShouldBeNull();
        Of(usual).Lacks("terminal-trust", ["a server with its terminals", "kiosk-21 is paired with cas-1"])
            .ShouldNotBeNull().ShouldStartWith("this bench has no kiosk-21");
    }

    [Fact]
    public void Every_step_that_faults_a_device_says_so()
    {
        var silent = new List<string>();
        var features = Path.Combine(RunSettings.Current.Root, "features");
        foreach (var file in Directory.GetFiles(features, "*Steps.cs", SearchOption.AllDirectories))
        {
            foreach (var method in File.ReadAllText(file).Split("\n\n"))
            {
                if (Step().IsMatch(method) && Fault().IsMatch(method) && !method.Contains("[Needs(", StringComparison.Ordinal))
                {
                    silent.Add($"{Path.GetFileName(file)}: {method.Trim().Split('\n')[0]}");
                }
            }
        }

        silent.ShouldBeEmpty();
    }

    private static BenchNeeds Of(string text)
    {
        var folder = Directory.CreateTempSubdirectory("needs");
        try
        {
            var file = Path.Combine(folder.FullName, "bench.json");
            File.WriteAllText(file, text);
            return BenchNeeds.Read(file, RunSettings.Current);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"\[(Given|When|Then)\(")]
    private static partial Regex Step();

    [GeneratedRegex(@"Bench\.(PowerAsync|SetCableAsync|Lines\.|ConnectAsync|Devices\.|Cables\.)")]
    private static partial Regex Fault();
}
