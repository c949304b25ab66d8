using System.IO.Compression;
using System.Text.RegularExpressions;
using PairingLab.Host.Commands;
using PairingLab.Host.Tests.Commands;
using PairingLab.Kernel.Store;

namespace PairingLab.Host.Tests.Certify;

/// <summary>The command, with what people type wrong.</summary>
public sealed class CertifyCommandTests
{
    [Theory]
    [InlineData(
        """{"product":"P","is":"files","page":"x.html","texts":{"success":"ok"}"""
        + ""","parts":{"code":{"label":"Code"},"pair":{"label":"Pair"}}}""",
        "parts.pairingSection is missing")]
    [InlineData("""{"product":"P","is":"files","page":"x.html","texts":{"success":"ok"},"parts":{"kode":{"label":"Code"}}}""", "kode")]
    [InlineData(
        """{"product":"P","is":"files","page":"x.html","texts":{"success":"ok"},"parts":{"code":{"role":"button"}}}""",
        "role together with name")]
    [InlineData("""{"product":"P","is":"robot","texts":{"success":"ok"}}""", "mine.json:1:21: is: unknown 'robot'")]
    [InlineData("""{"product":"P","is":"operator","texts":{}}""", "texts.success is the success message")]
    [InlineData("""{"product":"P","is":"operator","texts":{"success":"ok"},"patience":3}""", "patience")]
    [InlineData(
        """{"product":"P","is":"operator","texts":{"success":"ok"},"parts":null}""", "mine.json:1:65: parts: must be an object, not null")]
    [InlineData(
        """{"product":"P","is":"web","texts":{"success":"ok"},"parts":{"pair":{"role":"buton","name":"Pair"}}}""",
        "parts.pair.role: unknown role 'buton' (did you mean 'button'?)")]
    [InlineData(
        """{"product":"P","is":"operator","texts":{"success":"ok {nicname}"}}""",
        "texts.success: unknown placeholder {nicname} (did you mean 'nickname'?)")]
    [InlineData(
        """{"product":"P","is":"operator","texts":{"success":"ok"},"restart":{"http":"till:3000"}}""",
        "restart.http: must be a method and an address")]
    [InlineData("[]", "a description is a JSON object")]
    [InlineData("{", "not JSON")]
    public async Task A_wrong_description_gets_one_clear_line(string json, string part)
    {
        using var folder = new TestFolder();
        (await Said.ByAsync("certify", "sci", "--describe", folder.Write("mine.json", json))).ShouldBeOneClearLine("mine.json", part);
    }

    [Fact]
    public async Task A_description_that_is_not_there_gets_one_clear_line() =>
        (await Said.ByAsync("certify", "sci", "--describe", "nowhere.json")).ShouldBeOneClearLine("nowhere.json");

    [Fact]
    public async Task Another_system_has_no_rules() =>
        (await Said.ByAsync("certify", "commander")).ShouldBeOneClearLine("commander", "sci");

    [Fact]
    public async Task An_address_for_the_reference_POS_is_refused() =>
        (await Said.ByAsync("certify", "sci", "--pos", "http://localhost:1/")).ShouldBeOneClearLine("--describe");

    [Fact]
    public async Task A_POS_that_nobody_serves_is_told_at_once()
    {
        var began = TimeProvider.System.GetTimestamp();
        var said = await Said.ByAsync(
            "certify", "sci", "--describe", CertifyBench.File("second-pos.json"), "--pos", "http://127.0.0.1:1/till");

        said.ShouldBeOneClearLine("the POS at http://127.0.0.1:1/till can't be reached", "start it");
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_page_of_a_POS_that_is_not_there_is_told_at_once() =>
        (await Said.ByAsync("certify", "sci", "--describe", CertifyBench.File("second-pos.json"), "--pos", "file:///nowhere/till.html"))
            .ShouldBeOneClearLine("/nowhere/till.html");

    [Fact]
    public async Task Attempts_are_added_and_another_version_is_refused()
    {
        await CertifyBench.NeedBrowserAsync();
        using var folder = new TestFolder();
        string[] command =
        [
            "certify", "sci", "--out", folder.Path, "--product", "Till", "--version", "1.2", "--tester", "Ada", "--no-build",
        ];
        for (var number = 1; number <= 2; number++)
        {
            var said = await Said.ByAsync(command);
            said.Code.ShouldBe(ExitCode.Passed, said.Output + said.Errors);
            said.Output.ShouldContain($"Passed: attempt {number}, 43 of 43 rules passed");
        }

        var page = await File.ReadAllTextAsync(Path.Combine(folder.Path, "certification.html"));
        string[] parts =
        [
            "Till", "1.2", "Ada", "SIMULATED", "SCIPAIRING02", "<td>2</td>", "evidence/",
            "Then the POS shows", "And the POS shows the SCI logo",
        ];
        foreach (var part in parts)
        {
            page.ShouldContain(part);
        }

        Directory.GetFiles(Path.Combine(folder.Path, "evidence")).Length.ShouldBe(88);
        var earlier = await File.ReadAllTextAsync(Path.Combine(folder.Path, "attempt-1.html"));
        earlier.ShouldContain("Evidence of attempt 1");
        page.ShouldContain("<a href=\"attempt-1.html\">1</a>");
        (await Said.ByAsync("certify", "sci", "--out", folder.Path, "--product", "Till", "--version", "1.3"))
            .ShouldBeOneClearLine("Till 1.2");
    }

    [Fact]
    public async Task A_POS_that_breaks_a_rule_ends_with_1()
    {
        await CertifyBench.NeedBrowserAsync();
        using var bench = new CertifyBench();
        var description = bench.Changed("broken", "second-pos.json", ("index.html", "index.html?break=PL-SCI-05"));
        using var folder = new TestFolder();
        var said = await Said.ByAsync("certify", "sci", "--describe", description, "--out", folder.Path, "--no-build");
        said.Code.ShouldBe(ExitCode.Failed, said.Output + said.Errors);
        said.Output.ShouldContain("failed          PL-SCI-05");
        Regex.Matches(said.Output, @"(?m)^\w+ +((?:PL-)?SCI\S+) ").Select(m => m.Groups[1].Value)
            .ShouldBe(CertifyBench.Rules.Select(r => r.Id), "rules are asked in the order in which the feature tells them");
        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "certification.html"))).ShouldContain(
            "Known causes: the message goes away before it can be read; it always stands there");
    }

    /// <summary>A POS with messages of its own and a printer, which leaves out what is only recommended.</summary>
    [Fact]
    public async Task A_POS_that_a_person_must_look_at_ends_with_2_and_what_is_recommended_warns()
    {
        await CertifyBench.NeedBrowserAsync();
        using var bench = new CertifyBench();
        var description = bench.Changed(
            "own-words", "second-pos.json",
            ("index.html", "index.html?break=own-words"),
            ("Please check network and terminal connections and try again",
                "The card service cannot be reached. Look at the cables, then try again."),
            ("\"clock\": \"page\"", "\"clock\": \"page\", \"receipts\": \"printed\""));
        using var folder = new TestFolder();
        var said = await Said.ByAsync("certify", "sci", "--describe", description, "--out", folder.Path, "--no-build");
        said.Code.ShouldBe(ExitCode.LabError, said.Output + said.Errors);
        string[] lines =
        [
            "warning SCIPAIRING09", "review PL-SCI-10", "review PL-SCI-30", "review PL-SCI-31", "review PL-SCI-33", "review PL-SCI-34",
        ];
        Regex.Matches(said.Output, @"(?m)^(?!passed|terminals)(\w+)\b.*? ((?:PL-)?SCI\S+) ").Select(m => $"{m.Groups[1]} {m.Groups[2]}")
            .ShouldBe(lines, ignoreOrder: true, said.Output);
        var page = await File.ReadAllTextAsync(Path.Combine(folder.Path, "certification.html"));
        page.ShouldContain("a person must say whether a merchant understands it");
        page.ShouldContain("a person must say whether it came out whole");
    }

    [Fact]
    public async Task A_folder_that_a_host_has_open_is_refused_at_once_and_no_attempt_is_kept()
    {
        using var folder = new TestFolder();
        using var host = new SqliteStore(Path.Combine(folder.Path, "lab"));
        (await Said.ByAsync("certify", "sci", "--data", Path.Combine(folder.Path, "lab"), "--out", Path.Combine(folder.Path, "out")))
            .ShouldBeOneClearLine("another lab has it open");
        Directory.Exists(Path.Combine(folder.Path, "out")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_pack_holds_the_report_as_a_PDF_of_at_most_eight_pages_and_is_unchanged()
    {
        await CertifyBench.NeedBrowserAsync();
        using var folder = new TestFolder();
        var pack = Path.Combine(folder.Path, "till.zip");
        var said = await Said.ByAsync(
            "certify", "sci", "--out", Path.Combine(folder.Path, "out"), "--applicant", "Till & Co", "--lab", "Bench 7", "--pack", pack,
            "--no-build");
        said.Code.ShouldBe(ExitCode.Passed, said.Output + said.Errors);
        (await Said.ByAsync("verify", pack)).Output.ShouldContain("what     Certification report of PairingLab reference POS");
        await using var zip = await ZipFile.OpenReadAsync(pack);
        zip.Entries.Select(e => e.FullName).ShouldBeSubsetOf(
            zip.Entries.Select(e => e.FullName).Where(n => n.StartsWith("evidence/", StringComparison.Ordinal)).Concat(
            [
                "certification.html", "certification.json", "certification.pdf", "manifest.json", "manifest.p7s",
            ]));
        await using var stream = await zip.GetEntry("certification.pdf")!.OpenAsync();
        using var pdf = new StreamReader(stream, System.Text.Encoding.Latin1);
        Regex.Count(await pdf.ReadToEndAsync(), @"/Type\s*/Page\b").ShouldBeInRange(2, 8);
        await using var report = await zip.GetEntry("certification.html")!.OpenAsync();
        using var page = new StreamReader(report);
        var html = await page.ReadToEndAsync();
        string[] parts = ["Till &amp; Co", "Bench 7", "PL-SCI-2", "chromium", "Rule set", "SHA-256", "Scope:", "Signature"];
        Array.ForEach(parts, p => html.ShouldContain(p));
    }
}
