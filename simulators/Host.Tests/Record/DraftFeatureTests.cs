using System.Text.RegularExpressions;
using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Record;
using PairingLab.Host.Record;
using PairingLab.Host.Site;
using PairingLab.Host.Tests.Commands;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Gherkin;
using PairingLab.Wire;

namespace PairingLab.Host.Tests.Record;

/// <summary>What a person does at a bench becomes a draft in the lab's own steps, without a secret.</summary>
public sealed class DraftFeatureTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_pairing_by_hand_is_told_as_a_person_would()
    {
        var draft = Draft(
        [
            Panel("config-1", "Welcome"),
            new FieldFilled("config-1", "User Name", "manager", false),
            new FieldFilled("config-1", "Password", "Secret-4711", true),
            new ButtonPressed("config-1", "Sign In"),
            Panel("config-1", "Signed in: manager"),
            new ButtonPressed("config-1", "Generate OTP"),
            new OtpSeen("commander-1", "4071"),
            new OtpSeen("commander-1", "4071"),
            new FieldFilled("config-1", "OTP", "4071", false),
            new ButtonPressed("config-1", "Ok"),
            new DisplayWentDark("commander-1"),
            Panel("pos-1", "Not paired"),
            new ButtonPressed("pos-1", "Pair POS"),
            new ButtonPressed("config-1", "Retrieve Pairing OTP"),
            new ButtonPressed("config-1", "Ok"),
            new ButtonPressed("pos-1", "1"),
            new ButtonPressed("pos-1", "A"),
            new ButtonPressed("pos-1", "OK"),
            new Noted("bench", "the fan is loud"),
            new SaidToShow("pos-2", "Code 991 4071"),
            new ButtonPressed("cas-1", "Restart"),
            Panel("pos-1", "Successfully Paired"),
        ]);
        draft.ReplaceLineEndings("\n").ShouldEndWith("""
              Scenario: What was done by hand
                Given a new installation
                When the manager signs in
                Then config-1 shows "Signed in: manager"
                When [Generate OTP] is pressed on config-1
                And the OTP is read from the status display
                And the OTP that was read is entered at config-1
                Then the display of commander-1 is dark over the serial line
                When [Pair POS] is pressed on pos-1
                And the Pairing OTP is retrieved
                And the OTP is entered on pos-1
                # bench: the fan is loud
                # pos-2 showed: Code 991 •••
                # [Restart] was pressed on cas-1; the lab has no step for it
                Then pos-1 shows "Successfully Paired"

            """.ReplaceLineEndings("\n"));
        draft.ShouldNotContain("4711");
        draft.ShouldNotContain("4071");
    }

    [Fact]
    public void The_draft_is_a_feature_file()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "Recorded"));
        File.WriteAllText(Path.Combine(folder.Path, "Recorded", "x.feature"), Draft([new ButtonPressed("pos-1", "OK")]));
        FeatureCatalogue.Read(new(folder.Path)).Pickles.ShouldHaveSingleItem().Steps.Select(s => s.Text)
            .ShouldBe(["a new installation", "[OK] is pressed on pos-1"]);
    }

    [Fact]
    public void A_secret_is_in_nothing_that_is_written()
    {
        var recording = new Recording(new Bench("b", BenchClock.Real, null, TimeSpan.FromSeconds(1), Settings, []), TimeProvider.System);
        using (var log = recording.LogOf("commander-1"))
        {
            log.Received("$PLDSP,0042,66,BF*75\r\n"u8);
        }

        recording.Happened(Panel("config-1", "Pairing OTP: 9A8C7d"));
        recording.Happened(new FieldFilled("config-1", "Password", "Secret-4711", true));
        recording.Happened(new FieldFilled("config-1", "OTP", "4071", false));
        recording.Happened(new Noted("bench", "I typed Secret-4711 and 4071, the code is 55667; CAS's password is Other-99x"));
        recording.Happened(new SaidToShow("pos-1", "9A8C7d"));
        recording.SentenceSeen("commander-1", "$PLDSP,0042,66,BF*75", "dropped");
        recording.Write(new(folder.Path), "commander", "b.json", "run-lab record");

        var files = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);
        files.Length.ShouldBeGreaterThanOrEqualTo(4);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            string[] secrets = ["9A8C7d", "4711", "4071", "55667", "Other-99x", "66,BF", "36 36 2C 42 46"];
            secrets.Where(s => text.Contains(s, StringComparison.Ordinal)).ShouldBeEmpty(file);
        }

        new EvidenceFolder(new(folder.Path)).Read().Damaged.ShouldBeEmpty();
    }

    [Fact]
    public void Every_step_of_a_draft_has_a_binding()
    {
        var bindings = Directory.GetFiles(Path.Combine(Root(), "features"), "*Steps.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), "\\[(Given|When|Then)\\(@\"(?<words>.*?)\"\\)\\]"))
            .Select(m => new Regex(m.Groups["words"].Value.Replace("\"\"", "\"", StringComparison.Ordinal)))
            .ToList();
        string?[] steps =
        [
            .. PairingSystems.BuiltIn.All.Select(s => s.Beginning).Where(b => b is not null),
            .. new[] { "config-1", "pos-3", "eftpos-1", "sci-pos-2", "payment-1", "macs-1" }.Select(d => RecordedWords.Press(d, "OK")),
            .. new[] { "config-1", "pos-3", "eftpos-1", "sci-pos-2", "payment-1", "register-1", "kiosk-1", "macs-1" }
                .Select(d => RecordedWords.Shows(d, "Ready")),
            RecordedWords.OtpRead, RecordedWords.OtpEntered("config-1"), RecordedWords.PairingOtpRetrieved,
            RecordedWords.PairingOtpEntered("pos-1"), RecordedWords.SignedIn("manager"), RecordedWords.Dark("commander-1"),
        ];
        steps.ShouldNotContain((string?)null);
        steps.Where(s => !bindings.Exists(b => b.IsMatch(s!))).ShouldBeEmpty();
        RecordedWords.Press("cas-1", "OK").ShouldBeNull();
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<BenchSetting>> Settings { get; } =
        new Dictionary<string, IReadOnlyList<BenchSetting>>(StringComparer.Ordinal);

    private static string Draft(IEnumerable<Happening> happenings)
    {
        var mask = new SecretMask();
        mask.Add("4071");
        mask.Add("Secret-4711");
        var draft = new DraftFeature("commander", mask);
        foreach (var happening in happenings)
        {
            draft.Add(Noon, happening);
        }

        draft.End(Noon);
        return draft.Text("b", Noon);
    }

    private static PanelChanged Panel(string device, string text) => new(new PanelReading(device, "T", [text], [], []));

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "PairingLab.sln")))
        {
            root = root.Parent;
        }

        return root.FullName;
    }
}
