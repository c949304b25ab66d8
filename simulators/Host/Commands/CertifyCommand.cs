using System.CommandLine;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Certification;
using PairingLab.Host.Certify;
using PairingLab.Host.Desk;
using PairingLab.Reports.Certification;
using PairingLab.Reports.Evidence;
using Spectre.Console;

namespace PairingLab.Host.Commands;

/// <summary>certify: the rules of a system against a POS.</summary>
public sealed class CertifyCommand(LabConsole console, CancellationToken interrupted)
{
    private readonly Argument<string> system = new("SYSTEM") { Description = "Whose rules: sci" };
    private readonly Option<string?> pos = new("--pos") { Description = "The page of the POS; without it, what the description says", HelpName = "URL" };
    private readonly Option<string?> describe = new("--describe") { Description = "The POS description; without it, the reference POS's", HelpName = "FILE" };
    private readonly Option<string?> product = new("--product") { Description = "The POS's name in the report" };
    private readonly Option<string?> version = new("--product-version", "--version") { Description = "The POS's version in the report" };
    private readonly Option<string?> tester = new("--tester") { Description = "Who certifies", HelpName = "NAME" };
    private readonly Option<string?> outFolder = new("--out") { Description = "The report's folder; given again, the attempt is added to it", HelpName = "DIR" };
    private readonly Option<string?> data = new("--data") { Description = "Keeps the lab's addresses and credentials in this folder, so that your POS can be set to them beforehand", HelpName = "DIR" };

    /// <summary>The command with its options.</summary>
    public Command Command()
    {
        system.AcceptOnlyFromAmong("sci");
        var command = new Command("certify", "Checks a POS against the rules of a system, and writes the certification report") { system, pos, describe, product, version, tester, outFolder, data };
        command.SetAction((parsed, _) => CertifyAsync(parsed));
        return command;
    }

    private async Task<int> CertifyAsync(ParseResult parsed)
    {
        var repository = Repository.Find();
        var options = Options(parsed, repository);
        var (name, of) = (parsed.GetValue(product) ?? options.Description.Product, parsed.GetValue(version) ?? "not given");
        var folder = new CertificationFolder(FolderOf(parsed, repository, name, of));
        await using var browser = options.Description.Is == PosWay.Operator ? null : new LabBrowser(
            await new BrowserInstaller(new(BrowserMachine.This), InstallMachine.This, l => console.Say(l)).FindOrInstallAsync().ConfigureAwait(false));
        await using var desk = options.Description.Is == PosWay.Operator || (options.Data is null && parsed.GetValue(pos) is not null)
            ? await OpenDeskAsync().ConfigureAwait(false) : null;
        var attempt = await Certification.RunAsync(
            options, browser, desk?.Desk, parsed.GetValue(tester) ?? Environment.UserName, folder.Keep, site => PrepareAsync(site, options, desk), Tell, interrupted).ConfigureAwait(false);
        return Conclude(folder, folder.Add(name, of, attempt));
    }

    private CertifyOptions Options(ParseResult parsed, Repository repository)
    {
        var file = parsed.GetValue(describe) ?? Path.Combine(repository.Root, "lab-config", "certify", "reference-pos.json");
        var description = PosDescriptionFile.Read(file);
        var address = parsed.GetValue(pos);
        if (address is not null && description.Is is PosWay.Simulated or PosWay.Operator)
        {
            throw new CommandException($"--pos is for a POS with a web page, and {Path.GetFileName(file)} says \"is\": \"{description.Is.ToString().ToLowerInvariant()}\"; give its own description with --describe");
        }

        var text = address ?? (description.Is == PosWay.Web ? description.Page : null);
        if (text is null && description.Is == PosWay.Web)
        {
            throw new CommandException("where is the POS? Give its page with --pos, such as --pos http://localhost:3000/");
        }

        return text is not null && (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "file"))
            ? throw new CommandException($"--pos '{text}' is no address of a page, such as http://localhost:3000/")
            : new(file, description, text is null ? null : new(text), parsed.GetValue(data) is { } kept ? Path.GetFullPath(kept) : null);
    }

    private string FolderOf(ParseResult parsed, Repository repository, string name, string of)
    {
        if (parsed.GetValue(outFolder) is not { } given)
        {
            return repository.NewRun(TimeProvider.System, "certify-").FullName;
        }

        var earlier = new CertificationFolder(Path.GetFullPath(given)).Read();
        return earlier is null || (earlier.Product == name && earlier.Version == of)
            ? Path.GetFullPath(given)
            : throw new CommandException($"{given} holds the certification of {earlier.Product} {earlier.Version}; name another folder for {name} {of}");
    }

    private async Task<DeskServer> OpenDeskAsync()
    {
        var desk = await DeskServer.StartAsync(Console.In, console.Output, interrupted).ConfigureAwait(false);
        console.Say($"this certification needs you: answer here, or at {desk.Address}/");
        return desk;
    }

    private async Task PrepareAsync(CertificationSite site, CertifyOptions options, DeskServer? desk)
    {
        console.Say($"terminals and SCI: {site.Address}/, pairing service {site.PairingService}");
        if (desk is not null)
        {
            await desk.Desk.AskAsync(
                new("pos", Drivers.Operator.QuestionKind.Do, $"Set the POS to the pairing service {site.PairingService} and to the credentials at {site.Address}/lab/directory."), interrupted).ConfigureAwait(false);
        }
    }

    private void Tell(RuleResult result)
    {
        var colour = result.Verdict switch { RuleVerdict.Passed => Color.Green, RuleVerdict.Failed => Color.Red, _ => Color.Yellow };
        console.Say($"{RuleMark.Word(result.Verdict),-14}  {result.Rule,-13} {SciRules.Of(result.Rule).Title}{(result.Reason.Length > 0 ? $": {result.Reason}" : "")}", colour);
    }

    private int Conclude(CertificationFolder folder, Attempt attempt)
    {
        console.Say();
        console.Say($"{attempt.Verdict}: attempt {attempt.Number}, {attempt.Results.Count(r => r.Verdict == RuleVerdict.Passed)} of {attempt.Results.Count} rules passed, {attempt.Seconds:0.0} s");
        console.Say($"        {new Uri(folder.Page).AbsoluteUri}");
        return attempt.Verdict switch { Outcome.Passed => ExitCode.Passed, Outcome.Failed => ExitCode.Failed, _ => ExitCode.LabError };
    }
}
