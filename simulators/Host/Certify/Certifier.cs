using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Operator;
using PairingLab.Reports.Certification;

namespace PairingLab.Host.Certify;

/// <summary>Checks every rule on a POS.</summary>
/// <param name="stage">POS and terminals.</param>
/// <param name="keep">Keeps a screenshot and gives its name in the report; null keeps none.</param>
/// <param name="told">Told of each rule as soon as it is judged.</param>
internal sealed class Certifier(Stage stage, Func<string, byte[], string>? keep, Action<RuleResult> told)
{
    /// <summary>Checks them all, in order; an interruption leaves the rest not tested.</summary>
    public async Task<IReadOnlyList<RuleResult>> RunAsync(CancellationToken cancel)
    {
        stage.Journal.Hide(stage.Site.ApiKey);
        stage.Journal.Hide(stage.Site.PartA);
        var results = new List<RuleResult>();
        foreach (var check in RuleChecks.All)
        {
            results.Add(cancel.IsCancellationRequested
                ? new() { Rule = check.Rule, Verdict = RuleVerdict.NotTested, Reason = "the certification was stopped" }
                : await CheckAsync(check).ConfigureAwait(false));
            told(results[^1]);
        }

        return results;
    }

    private async Task<RuleResult> CheckAsync(RuleCheck check)
    {
        stage.Journal.Begin();
        var before = stage.Site.Heard.Count;
        var (verdict, reason) = await JudgeAsync(check).ConfigureAwait(false);
        var seen = await LookAsync().ConfigureAwait(false);
        return new()
        {
            Rule = check.Rule,
            Verdict = verdict,
            Reason = stage.Journal.Masked(reason),
            Steps = stage.Journal.Steps,
            Requests = [.. stage.Site.Heard.Since(before).Where(h => h.Method != "OPTIONS").Select(Journal.Request)],
            Texts = stage.Journal.Texts(seen),
            Picture = seen.Picture is { } picture ? keep?.Invoke($"{check.Rule}.png", picture) : null,
        };
    }

    /// <summary>Whose fault it is: the POS's, the lab's, or nobody's.</summary>
    private async Task<(RuleVerdict Verdict, string Reason)> JudgeAsync(RuleCheck check)
    {
        try
        {
            await check.Check(stage).ConfigureAwait(false);
            return (RuleVerdict.Passed, "");
        }
        catch (RuleFailedException e)
        {
            return (RuleVerdict.Failed, e.Message);
        }
        catch (Exception e) when (e is NotReachedException or NotAnsweredException or PosRefusedException)
        {
            stage.Standing = Standing.Unknown;
            return (RuleVerdict.NotTested, e.Message);
        }
        catch (NotApplicableException e)
        {
            return (RuleVerdict.NotApplicable, e.Message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            stage.Standing = Standing.Unknown;
            return (RuleVerdict.Error, $"{e.GetType().Name}: {e.Message.Split('\n')[0]}");
        }
    }

    private async Task<PosSeen> LookAsync()
    {
        try
        {
            var seen = await stage.Pos.LookAsync(stage.Journal.Secrets).ConfigureAwait(false);
            if (seen.Texts.Count > 0)
            {
                stage.Journal.Count(seen.Texts.Any(t => stage.Journal.Secrets.Any(s => t.Contains(s, StringComparison.OrdinalIgnoreCase))));
            }

            return seen;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Evidence of a failure must not replace the failure.
            return new([$"the screen could not be read: {e.Message.Split('\n')[0]}"], null);
        }
    }
}
