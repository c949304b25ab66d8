using PairingLab.Host.Commands;
using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Certify;

/// <summary>The command, with what people type wrong.</summary>
public sealed class CertifyCommandTests
{
    [Theory]
    [InlineData("""{"product":"P","is":"files","page":"x.html","texts":{"success":"ok"},"parts":{"code":{"label":"Code"},"pair":{"label":"Pair"}}}""", "parts.pairingSection is missing")]
    [InlineData("""{"product":"P","is":"files","page":"x.html","texts":{"success":"ok"},"parts":{"kode":{"label":"Code"}}}""", "kode")]
    [InlineData("""{"product":"P","is":"files","page":"x.html","texts":{"success":"ok"},"parts":{"code":{"role":"button"}}}""", "role together with name")]
    [InlineData("""{"product":"P","is":"robot","texts":{"success":"ok"}}""", "at $.is")]
    [InlineData("""{"product":"P","is":"operator","texts":{}}""", "texts.success is missing")]
    [InlineData("""{"product":"P","is":"operator","texts":{"success":"ok"},"patience":3}""", "patience")]
    [InlineData("[]", "a description is a JSON object")]
    [InlineData("{", "pos.schema.json")]
    public async Task A_wrong_description_gets_one_clear_line(string json, string part)
    {
        using var folder = new TestFolder();
        (await Said.ByAsync("certify", "sci", "--describe", folder.Write("mine.json", json))).ShouldBeOneClearLine("mine.json", part);
    }

    [Fact]
    public async Task A_description_that_is_not_there_gets_one_clear_line() =>
        (await Said.ByAsync("certify", "sci", "--describe", "nowhere.json")).ShouldBeOneClearLine("nowhere.json");

    [Fact]
    public async Task Another_system_has_no_rules() => (await Said.ByAsync("certify", "commander")).ShouldBeOneClearLine("commander", "sci");

    [Fact]
    public async Task An_address_for_the_reference_POS_is_refused() => (await Said.ByAsync("certify", "sci", "--pos", "http://localhost:1/")).ShouldBeOneClearLine("--describe");

    [SkippableFact]
    public async Task Attempts_are_added_and_another_version_is_refused()
    {
        await CertifyBench.NeedBrowserAsync();
        using var folder = new TestFolder();
        string[] command = ["certify", "sci", "--out", folder.Path, "--product", "Till", "--version", "1.2", "--tester", "Ada", "--no-build"];
        for (var number = 1; number <= 2; number++)
        {
            var said = await Said.ByAsync(command);
            said.Code.ShouldBe(ExitCode.Passed, said.Output + said.Errors);
            said.Output.ShouldContain($"Passed: attempt {number}, 22 of 22 rules passed");
        }

        var page = await File.ReadAllTextAsync(Path.Combine(folder.Path, "certification.html"));
        foreach (var part in new[] { "Till", "1.2", "Ada", "SIMULATED", "SCIPAIRING02", "<td>2</td>", "evidence/", "Then the POS shows", "And the POS shows the SCI logo" })
        {
            page.ShouldContain(part);
        }

        Directory.GetFiles(Path.Combine(folder.Path, "evidence")).Length.ShouldBe(44);
        (await Said.ByAsync("certify", "sci", "--out", folder.Path, "--product", "Till", "--version", "1.3")).ShouldBeOneClearLine("Till 1.2");
    }

    [SkippableFact]
    public async Task A_POS_that_breaks_a_rule_ends_with_1()
    {
        await CertifyBench.NeedBrowserAsync();
        using var folder = new TestFolder();
        var description = (await File.ReadAllTextAsync(CertifyBench.File("second-pos.json")))
            .Replace("second-pos/index.html", Path.GetDirectoryName(CertifyBench.File("second-pos.json")) + "/second-pos/index.html?break=PL-SCI-05", StringComparison.Ordinal);
        var said = await Said.ByAsync("certify", "sci", "--describe", folder.Write("broken.json", description), "--out", folder.Path, "--no-build");
        said.Code.ShouldBe(ExitCode.Failed, said.Output + said.Errors);
        said.Output.ShouldContain("failed          PL-SCI-05");
    }
}
