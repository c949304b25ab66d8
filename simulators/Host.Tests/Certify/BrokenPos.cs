using PairingLab.Reports.Certification;

namespace PairingLab.Host.Tests.Certify;

/// <summary>A variant of the second POS that breaks one rule.</summary>
/// <param name="Variant">Its name: the page's query ?break=…</param>
/// <param name="Rule">The rule.</param>
/// <param name="What">What is broken, in words.</param>
internal sealed record BrokenPos(string Variant, string Rule, string What)
{
    /// <summary>The whole POS, with a declaration that says less than it does.</summary>
    public const string Undeclared = "PL-SCI-24";

    /// <summary>All of them; every rule has at least one.</summary>
    public static readonly IReadOnlyList<BrokenPos> All =
    [
        new("SCIPAIRING02", "SCIPAIRING02", "no name \"Simple Cloud Integration\""),
        new("SCIPAIRING02-logo", "SCIPAIRING02", "no logo"),
        new("SCIPAIRING02-pixel", "SCIPAIRING02", "a logo of one pixel"),
        new("PL-SCI-01", "PL-SCI-01", "no pairing code field"),
        new("SCIPAIRING09", "SCIPAIRING09", "no instructions"),
        new("PL-SCI-09", "PL-SCI-09", "a text of its own on 404"),
        new("PL-SCI-09-static", "PL-SCI-09", "no word on 404, but a line that always says so"),
        new("PL-SCI-02", "PL-SCI-02", "the nickname is not sent"),
        new("PL-SCI-10", "PL-SCI-10", "no word about the network"),
        new("PL-SCI-10-static", "PL-SCI-10", "no word about the network, but a line that always says so"),
        new("PL-SCI-15", "PL-SCI-15", "no confirmation code"),
        new("PL-SCI-15-away", "PL-SCI-15", "the confirmation code is outside the window"),
        new("PL-SCI-04", "PL-SCI-04", "no Cancel button"),
        new("SCIPAIRING07", "SCIPAIRING07", "Cancel does not call unpair"),
        new("SCIPAIRING07-record", "SCIPAIRING07", "Cancel leaves a record"),
        new("PL-SCI-03", "PL-SCI-03", "the test button calls nothing"),
        new("PL-SCI-05", "PL-SCI-05", "no success message"),
        new("PL-SCI-05-static", "PL-SCI-05", "no success message, but a line that always says so"),
        new("PL-SCI-05-white", "PL-SCI-05", "the success message is white on white"),
        new("PL-SCI-06", "PL-SCI-06", "no pairing id"),
        new("PL-SCI-07", "PL-SCI-07", "no TID and no terminal nickname"),
        new("PL-SCI-14", "PL-SCI-14", "pairings are lost with a restart"),
        new("PL-SCI-14-session", "PL-SCI-14", "pairings are kept by the tab alone"),
        new("SCIPAIRING10", "SCIPAIRING10", "no pairing-info on opening the section"),
        new("PL-SCI-13", "PL-SCI-13", "one base URL for all pairings"),
        new("PL-SCI-08", "PL-SCI-08", "no Unpair button"),
        new("PL-SCI-16", "PL-SCI-16", "the pairing stays after 204"),
        new("SCIMULTI03", "SCIMULTI03", "no pairing-info before a transaction"),
        new("SCIMULTI03-timer", "SCIMULTI03", "pairing-info by a timer instead"),
        new("PL-SCI-11", "PL-SCI-11", "a removed pairing vanishes without a word"),
        new("PL-SCI-11-static", "PL-SCI-11", "a removed pairing vanishes, but a line always says so"),
        new("SCITX01", "SCITX01", "a text of its own instead of \"No active pairings found\""),
        new("SCITX01-static", "SCITX01", "a text of its own, but a line that always says the right one"),
        new("PL-SCI-17", "PL-SCI-17", "the amount of a purchase is sent in dollars"),
        new("PL-SCI-18", "PL-SCI-18", "no word about a declined transaction"),
        new("PL-SCI-19", "PL-SCI-19", "a refund is sent as a purchase"),
        new("PL-SCI-20", "PL-SCI-20", "a cash-out is sent as a purchase"),
        new("PL-SCI-21", "PL-SCI-21", "a MOTO purchase is sent as a purchase"),
        new("PL-SCI-29", "PL-SCI-29", "the cash is added to the purchase"),
        new("PL-SCI-22", "PL-SCI-22", "a text of its own for a busy terminal"),
        new("PL-SCI-23", "PL-SCI-23", "a text of its own for a terminal that is offline"),
        new("SCIREC03", "SCIREC03", "the override after 30 s"),
        new("SCIREC03-late", "SCIREC03", "the override after 90 s"),
        new("SCIREC03-start", "SCIREC03", "the override 60 s after the start, and not after the last answer"),
        new("SCIREC03-cancel", "SCIREC03", "no override after Cancel"),
        new("PL-SCI-25", "PL-SCI-25", "no buttons to judge a signature"),
        new("PL-SCI-31", "PL-SCI-31", "the receipt to be signed is not shown"),
        new("PL-SCI-32", "PL-SCI-32", "the signature on the terminal is not asked for"),
        new("PL-SCI-30", "PL-SCI-30", "no receipts"),
        new("PL-SCI-30-customer", "PL-SCI-30", "the merchant's receipt in place of the customer's"),
        new("PL-SCI-35", "PL-SCI-35", "fields of a form that were not touched are not sent"),
        new("PL-SCI-35-text", "PL-SCI-35", "no texts of a form"),
        new("PL-SCI-35-image", "PL-SCI-35", "no pictures of a form"),
        new("PL-SCI-36", "PL-SCI-36", "no details of a transaction"),
        new("PL-SCI-33", "PL-SCI-33", "a settlement is sent as an enquiry"),
        new("PL-SCI-34", "PL-SCI-34", "an enquiry is sent as a settlement"),
        new("PL-SCI-26", "PL-SCI-26", "Cancel closes the transaction"),
        new("PL-SCI-27", "PL-SCI-27", "a failed poll ends the polling"),
        new("PL-SCI-28", "PL-SCI-28", "the transaction is lost with a restart"),
        new(Undeclared, "PL-SCI-24", "MOTO purchases, which are not declared"),
        new("PL-SCI-12", "PL-SCI-12", "a signing secret is shown"),
        new("PL-SCI-12-field", "PL-SCI-12", "the API key can be edited"),
        new("PL-SCI-12-groups", "PL-SCI-12", "a signing secret in groups of four capitals"),
        new("PL-SCI-12-shadow", "PL-SCI-12", "a signing secret in a closed shadow root"),
        new("PL-SCI-12-frame", "PL-SCI-12", "a signing secret in a frame"),
        new("PL-SCI-12-network", "PL-SCI-12", "the API key reaches the browser, and is not shown"),
    ];

    /// <summary>
    /// Variants that all rules are asked of, one of each kind by which a break reaches rules that are not its own: a part that others
    /// need is gone, a text always stands there, a restart loses what was stored, a record is left, requests come by themselves, every
    /// screen is touched.
    /// </summary>
    private static readonly string[] Whole =
    [
        "PL-SCI-01", "PL-SCI-05-static", "PL-SCI-14", "SCIPAIRING07-record", "SCIMULTI03-timer", "PL-SCI-12-shadow",
    ];

    /// <summary>One of a POS without a pairing, and one of a POS that has just been paired.</summary>
    private static readonly string[] Always = ["SCIPAIRING02", "PL-SCI-06"];

    /// <summary>Rules that are about the same moment, so that a break of one could be taken for a break of another.</summary>
    private static readonly string[][] Neighbours =
    [
        ["PL-SCI-09", "PL-SCI-02", "PL-SCI-10"], ["PL-SCI-04", "SCIPAIRING07"], ["PL-SCI-08", "PL-SCI-16"], ["PL-SCI-11", "SCITX01"],
        ["PL-SCI-30", "PL-SCI-31"], ["PL-SCI-33", "PL-SCI-34"], ["PL-SCI-25", "PL-SCI-32"],
    ];

    /// <summary>
    /// The rules that are asked of a variant; null for all. Breaks are conditions of one line in second-pos.js, so a rule about another
    /// moment of the page runs the very same code as on the whole POS, which is asked all of them; asking each variant everything took
    /// ten minutes of two cores and found nothing more.
    /// </summary>
    public static IReadOnlyList<string>? Rules(string variant) => All.FirstOrDefault(b => b.Variant == variant) is { } broken
        && !Whole.Contains(variant)
            ? [.. Always.Append(broken.Rule).Concat(Neighbours.Where(n => n.Contains(broken.Rule)).SelectMany(n => n)).Distinct()]
            : null;

    /// <summary>A variant that keeps every rule in unusual ways: a good POS must not fail for how it is made.</summary>
    public const string Odd = "odd";

    /// <summary>The page of variants and rules, from what the checker has found.</summary>
    public static string Page(IReadOnlyList<(string Name, IReadOnlyList<RuleResult> Results)> rows)
    {
        var rules = CertifyBench.Rules.Select(r => r.Id).ToList();
        var lines = new List<string>
        {
            "# Broken POSs against the rules",
            "",
            "What the checker finds on the second POS (lab-config/certify/second-pos) and on each of its broken variants. Written by",
            "`BrokenPosTests` from real runs; the test fails when this page is stale, and writes it with `PAIRINGLAB_WRITE_PAGES=1`.",
            "",
            "✓ passed · **F** failed · **W** warning · – not tested, since the broken part is needed for it · n not applicable ·",
            "E error of the lab · empty: not asked. Each is asked its own rule, the rules about the same moment and two others; some all.",
            "",
            $"| variant | what is broken | {string.Join(" | ", rules)} |",
            $"|---|---|{string.Concat(rules.Select(_ => ":-:|"))}",
        };
        lines.AddRange(rows.Select(row =>
        {
            var what = All.FirstOrDefault(b => b.Variant == row.Name)?.What
                ?? (row.Name == Odd ? "nothing; shadow root, dialog, capitals by style, no aria-busy" : "nothing");
            return $"| {row.Name} | {what} | {string.Join(" | ", rules.Select(id => Sign(row.Results, id)))} |";
        }));
        return string.Join('\n', lines) + "\n";
    }

    private static string Sign(IReadOnlyList<RuleResult> results, string rule) =>
        results.SingleOrDefault(r => r.Rule == rule)?.Verdict switch
        {
            null => "",
            RuleVerdict.Passed => "✓",
            RuleVerdict.Failed => "**F**",
            RuleVerdict.Warning => "**W**",
            RuleVerdict.NotTested => "–",
            RuleVerdict.NotApplicable => "n",
            _ => "E",
        };
}
