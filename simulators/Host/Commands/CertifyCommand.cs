using System.CommandLine;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Certification;
using PairingLab.Host.Certify;
using PairingLab.Host.Desk;
using PairingLab.Host.Packs;
using PairingLab.Kernel.Store;
using PairingLab.Reports.Certification;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Commands;

/// <summary>certify: the rules of a system against a POS.</summary>
public sealed class CertifyCommand(LabConsole console, CancellationToken interrupted)
{
    private readonly Argument<string> system = new("SYSTEM") { Description = "Whose rules: sci" };
    private readonly Option<string?> pos = new("--pos")
    {
        Description = "The page of the POS; without it, what the description says",
        HelpName = "URL",
    };
    private readonly Option<string?> describe = new("--describe")
    {
        Description = "The POS description; without it, the reference POS's",
        HelpName = "FILE",
    };
    private readonly Option<string?> declare = new("--capabilities")
    {
        Description = "What the maker declares that the POS supports; without it, the file that the description names",
        HelpName = "FILE",
    };
    private readonly Option<string?> product = new("--product") { Description = "The POS's name in the report" };
    private readonly Option<string?> version = new("--product-version", "--version") { Description = "The POS's version in the report" };
    private readonly Option<string?> tester = new("--tester") { Description = "Who certifies", HelpName = "NAME" };
    private readonly Option<string?> outFolder = new("--out")
    {
        Description = "The report's folder; given again, the attempt is added to it",
        HelpName = "DIR",
    };
    private readonly Option<string?> data = new("--data")
    {
        Description = "Keeps the lab's addresses and credentials in this folder, so that your POS can be set to them beforehand",
        HelpName = "DIR",
    };
    private readonly Option<string?> applicant = new("--applicant") { Description = "Who applies, in the report", HelpName = "NAME" };
    private readonly Option<string?> lab = new("--lab") { Description = "The laboratory that certifies", HelpName = "NAME" };
    private readonly Option<string?> pack = PackOptions.Pack();
    private readonly Option<string?> certificate = PackOptions.Certificate();
    private readonly Option<bool> noBuild = new("--no-build") { Description = "The features are built already" };

    /// <summary>The command with its options.</summary>
    public Command Command()
    {
        system.AcceptOnlyFromAmong("sci");
        var command = new Command("certify", "Checks a POS against the rules of a system, and writes the certification report")
        {
            system, pos, describe, declare, product, version, tester, applicant, lab, outFolder, data, pack, certificate, noBuild,
        };
        command.SetAction((parsed, _) => CertifyAsync(parsed));
        return command;
    }

    private async Task<int> CertifyAsync(ParseResult parsed)
    {
        var kept = parsed.GetValue(data);
        DataFolder.Check(kept);
        var repository = Repository.Find();
        var (file, description, address) = Asked(parsed, repository);
        var (name, of) = (parsed.GetValue(product) ?? description.Product, parsed.GetValue(version) ?? "not given");
        var declared = parsed.GetValue(declare) is { } given ? Path.GetFullPath(given) : null;
        if (new CertificationTarget(file, null, null, "", Capabilities: declared).CapabilitiesFile(description) is { } declaration)
        {
            PosCapabilities.Read(declaration);
        }

        var named = Named(parsed, name, of);
        SayIfInUse(kept);
        if (address is not null)
        {
            await PosReach.CheckAsync(address, interrupted);
        }

        var features = new FeaturesBuild(repository, console);
        await features.PrepareAsync(!parsed.GetValue(noBuild), interrupted);
        if (description.Is != PosWay.Operator)
        {
            await new BrowserInstaller(new(BrowserMachine.This), InstallMachine.This, l => console.Say(l)).FindOrInstallAsync();
        }

        await using var desk = description.Is == PosWay.Operator || (kept is null && parsed.GetValue(pos) is not null)
            ? await OpenDeskAsync() : null;
        var run = repository.NewRun(TimeProvider.System, "certify-");
        var folder = named ?? new CertificationFolder(run.FullName);
        var target = new CertificationTarget(
            Path.GetFullPath(file), address, kept is null ? null : Path.GetFullPath(kept), Path.Combine(run.FullName, "certification"),
            Capabilities: declared);
        var (attempt, rules) = await new Certification(repository, console, target, run)
            .RunAsync(features.Assembly, desk, parsed.GetValue(tester) ?? Environment.UserName, folder, interrupted);
        var report = new CertificationReport(name, of, rules, [])
        {
            Applicant = parsed.GetValue(applicant) ?? "",
            Lab = parsed.GetValue(lab) ?? "",
            RuleSet = CertificationRules.SetOf(repository.Features),
        };
        var added = folder.Add(report, attempt);
        if (parsed.GetValue(pack) is { } zip)
        {
            await PdfPrinter.PrintAsync(folder.Page);
            var what = $"Certification report of {name} {of}, Simple Cloud Integration: {added.Verdict}, attempt {added.Number}";
            PackOptions.Write(
                Path.GetDirectoryName(folder.Page)!, zip, what, parsed.GetValue(certificate), repository, console);
        }

        return Conclude(folder, added);
    }

    /// <summary>A folder that a host has open is refused at once and in the host's words, and not by features that wait for it.</summary>
    private static void SayIfInUse(string? folder)
    {
        if (folder is not null)
        {
            new SqliteStore(Path.GetFullPath(folder)).Dispose();
        }
    }

    private (string File, PosDescription Description, Uri? Page) Asked(ParseResult parsed, Repository repository)
    {
        var file = parsed.GetValue(describe) ?? Path.Combine(repository.Root, "lab-config", "certify", "reference-pos.json");
        var description = PosDescriptionFile.Read(file);
        var address = parsed.GetValue(pos);
        if (address is not null && description.Is is PosWay.Simulated or PosWay.Operator)
        {
            throw new CommandException(
                $"--pos is for a POS with a web page, and {Path.GetFileName(file)} says "
                + $"\"is\": \"{description.Is.ToString().ToLowerInvariant()}\"; give its own description with --describe");
        }

        var text = address ?? (description.Is == PosWay.Web ? description.Page : null);
        if (text is null && description.Is == PosWay.Web)
        {
            throw new CommandException("where is the POS? Give its page with --pos, such as --pos http://localhost:3000/");
        }

        return text is not null && (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "file"))
            ? throw new CommandException($"--pos '{text}' is not the address of a page, such as http://localhost:3000/")
            : (file, description, text is null ? null : new(text));
    }

    /// <summary>The folder named for the report; null when none was.</summary>
    private CertificationFolder? Named(ParseResult parsed, string name, string of)
    {
        if (parsed.GetValue(outFolder) is not { } given)
        {
            return null;
        }

        var folder = new CertificationFolder(Path.GetFullPath(given));
        return folder.Read() is { } earlier && (earlier.Product != name || earlier.Version != of)
            ? throw new CommandException(
                $"{given} holds the certification of {earlier.Product} {earlier.Version}; name another folder for {name} {of}")
            : folder;
    }

    private async Task<DeskServer> OpenDeskAsync()
    {
        var desk = await DeskServer.StartAsync(Console.In, console.Output, interrupted);
        console.Say($"this certification needs you: answer here, or at {desk.Address}/");
        return desk;
    }

    private int Conclude(CertificationFolder folder, Attempt attempt)
    {
        console.Say();
        var passed = attempt.Results.Count(r => r.Verdict == RuleVerdict.Passed);
        console.Say(
            $"{attempt.Verdict}: attempt {attempt.Number}, {passed} of {attempt.Results.Count} rules passed, {attempt.Seconds:0.0} s");
        console.Say($"        {new Uri(folder.Page).AbsoluteUri}");
        return attempt.Verdict switch { Outcome.Passed => ExitCode.Passed, Outcome.Failed => ExitCode.Failed, _ => ExitCode.LabError };
    }
}
