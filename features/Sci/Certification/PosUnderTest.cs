using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Operator;
using PairingLab.Features.Support;
using PairingLab.Features.Support.Certification;
using PairingLab.Reports.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>A POS that is being certified: how it comes out of the rule that is checked now, with its evidence.</summary>
internal sealed class PosUnderTest : IAsyncDisposable
{
    private readonly CertificationLab lab;
    private readonly Journal journal;
    private readonly RuleResultFolder results;
    private readonly Fixture fixture;
    private readonly CertificationTarget target;
    private int before;
    private (RuleVerdict Verdict, string Reason)? ended;

    private PosUnderTest(CertificationLab lab, Journal journal, RuleResultFolder results, CertificationTarget target)
    {
        this.target = target;
        this.lab = lab;
        this.journal = journal;
        this.results = results;
        fixture = new(lab.Pos, lab.Description, lab.Capabilities, lab.Site, journal);
    }

    /// <summary>Whether the rule is asked of this POS.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>Whether the rule goes on for this POS.</summary>
    public bool GoesOn => IsAsked && ended is null;

    /// <summary>The screen at the rule's end; null before, and when it shows a secret.</summary>
    public byte[]? Picture { get; private set; }

    /// <summary>Sets the lab up around a POS.</summary>
    public static async Task<PosUnderTest> OpenAsync(ScenarioBench bench, CertificationTarget target)
    {
        var taken = new Journal();
        var around = await bench.CertifyAsync(target, (question, answer) => taken.Note($"asked: {question} — {answer}"));
        taken.Hide(around.Site.ApiKey);
        taken.Hide(around.Site.PartA);
        var kept = new RuleResultFolder(target.Results);
        kept.WriteWhere($"terminals and SCI: {around.Site.Address}/, pairing service {around.Site.PairingService}");
        return new(around, taken, kept, target);
    }

    /// <summary>Begins with a rule.</summary>
    public void Begin(CertificationRule rule)
    {
        IsAsked = target.Asks(rule.Id);
        journal.Begin();
        before = lab.Site.Heard.Count;
        ended = null;
    }

    /// <summary>Takes a step's text down.</summary>
    public void Note(string step) => journal.Note(step);

    /// <summary>Does a step; gives what ended the rule for this POS, null when it goes on.</summary>
    public async Task<Exception?> TryAsync(Func<Fixture, Task> step)
    {
        try
        {
            await step(fixture);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            ended = WhoseFault(e);

            // Where a check broke off, nobody knows what the POS shows.
            fixture.Position = PosPosition.Unknown;
            return e;
        }
    }

    /// <summary>Ends the rule and writes its result.</summary>
    public async Task EndAsync(CertificationRule rule)
    {
        lab.Site.BreakNetwork(false);
        await lab.Pos.Clock.ReleaseAsync();
        var seen = await fixture.LookAsync(target.Pictures);
        Picture = seen.Picture;
        if (results.Reached is null && lab.Pos.Reached is { } reached)
        {
            results.WriteReached(reached);
        }

        var (verdict, reason) = ended ?? (RuleVerdict.Passed, "");
        if (verdict == RuleVerdict.Failed && rule.Level != RequirementLevel.Mandatory)
        {
            verdict = RuleVerdict.Warning;
        }

        results.Write(
            new()
            {
                Rule = rule.Id,
                Level = rule.Level,
                Verdict = verdict,
                Reason = journal.Masked(reason),
                Steps = journal.Steps,
                Requests = lab.Site.Heard.Evidence(before),
                Texts = journal.Texts(seen),
            },
            seen.Picture);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => lab.DisposeAsync();

    private static (RuleVerdict Verdict, string Reason) WhoseFault(Exception e) => e switch
    {
        RuleFailedException => (RuleVerdict.Failed, e.Message),
        NeedsPersonException => (RuleVerdict.Review, e.Message),
        NotApplicableException => (RuleVerdict.NotApplicable, e.Message),
        NotReachedException or NotAnsweredException or PosRefusedException => (RuleVerdict.NotTested, e.Message),
        _ => (RuleVerdict.Error, $"{e.GetType().Name}: {e.Message.Split('\n')[0]}"),
    };
}
