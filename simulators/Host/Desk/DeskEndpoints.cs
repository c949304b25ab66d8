using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Drivers.Operator;
using PairingLab.Host.Runs;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Desk;

/// <summary>The desk over HTTP.</summary>
internal static class DeskEndpoints
{
    public static void MapDesk(this IEndpointRouteBuilder routes, OperatorDesk desk, RunControl? control)
    {
        routes.MapGet("/", () => Results.Text(DeskPage.Html, "text/html"));
        routes.MapGet("/lab/questions", async (int? after, HttpContext http) =>
        {
            if (after is not { } seen)
            {
                return Results.Json(desk.Open.Select(Listing), LabJson.Options);
            }

            var version = await desk.ChangedSinceAsync(seen, http.RequestAborted);
            return Results.Json(new QuestionNews(version, [.. desk.Open.Select(Listing)]), LabJson.Options);
        });

        routes.MapGet("/lab/run", () => control is null ? NoRun() : Results.Json(control.Done, LabJson.Options));
        routes.MapPost("/lab/run/{word}", (string word, string? who) =>
            control is null ? NoRun()
            : control.Do(word, string.IsNullOrWhiteSpace(who) ? "the desk page" : who) ? Results.NoContent()
            : LabError.NotFound("no_such_word", $"'{word}' can't be done to a run; there are: {string.Join(", ", RunControl.Words)}"));

        // The answer is the person's, so it may take minutes; a scenario that goes away takes its question with it.
        routes.MapPost("/lab/questions", async (QuestionWire question, HttpContext http) =>
        {
            var answer = await desk.AskAsync(question.Question(), http.RequestAborted);
            return Results.Json(AnswerWire.Of(answer), LabJson.Options);
        });
        routes.MapPost("/lab/questions/{id:int}", (int id, AnswerWire answer) => answer.Given() is not { } verdict
            ? LabError.BadRequest("bad_verdict", "verdict is pass, fail or not-applicable")
            : Said(id, desk.Answer(id, verdict, answer.Text, answer.Photo)));
    }

    private static IResult NoRun() => LabError.Conflict(new("no_run", "no run listens here"));

    private static IResult Said(int id, AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Taken => Results.NoContent(),
        AnswerOutcome.NeedsText => LabError.BadRequest("needs_text", "say what it shows, as text"),
        AnswerOutcome.NeedsNumber => LabError.BadRequest("needs_number", "say how much it is, as a number such as 4.98"),
        AnswerOutcome.NeedsPhoto => LabError.BadRequest("needs_photo", "add the photo: a JPEG or PNG"),
        AnswerOutcome.TooLate => LabError.Conflict(new("too_late", $"question {id} is closed")),
        _ => LabError.NotFound("no_such_question", $"no question {id}"),
    };

    private static QuestionListing Listing(OpenQuestion open) =>
        new(
            open.Id,
            open.Question.Device,
            open.Question.Kind.ToString().ToLowerInvariant(),
            open.Question.Text,
            open.Until,
            open.Question.Bench?.ToString())
        {
            Acts = open.Question.Acts,
            Choices = open.Question.Choices,
            Unit = open.Question.Unit,
            Scenario = open.Question.Scenario,
            Step = open.Question.Step,
            NoMeans = open.NoMeans,
            Before = open.Before is { Verdict: Verdict.Pass, Text: { } text } ? text : null,
            SecondsLeft = Math.Max(0, Math.Round((open.Until - TimeProvider.System.GetUtcNow()).TotalSeconds)),
        };
}
