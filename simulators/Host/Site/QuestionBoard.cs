using System.Net;
using System.Net.Http.Json;
using PairingLab.Host.Desk;

namespace PairingLab.Host.Site;

/// <summary>
/// The questions that a run asks the person at the bench, as the bench page shows them. They are kept by the desk of the run,
/// which is another program: this one follows it, and hands answers on.
/// </summary>
public sealed class QuestionBoard : IAsyncDisposable
{
    private readonly Uri? desk;
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource ended = new();
    private readonly Task following;

    /// <summary>Follows a desk; null for none.</summary>
    public QuestionBoard(Uri? desk)
    {
        this.desk = desk is null ? null : new(desk, "/lab/questions");
        following = desk is null ? Task.CompletedTask : Task.Run(FollowAsync);
    }

    /// <summary>The open questions changed.</summary>
    public event Action? Changed;

    /// <summary>The open questions, oldest first.</summary>
    internal IReadOnlyList<QuestionListing> Open { get; private set; } = [];

    /// <summary>Gives a person's answer. Why it does not count, null when it does.</summary>
    public async Task<string?> AnswerAsync(int id, string verdict, string text, byte[]? photo, CancellationToken cancel)
    {
        if (desk is null)
        {
            return "Nobody asked.";
        }

        using var answer = await http.PostAsJsonAsync($"{desk}/{id}", new { verdict, text, photo }, cancel);
        return answer.StatusCode == HttpStatusCode.NoContent
            ? null
            : (await answer.Content.ReadFromJsonAsync<Refused>(LabJson.Options, cancel))?.Error.Message;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await following;
        http.Dispose();
        ended.Dispose();
    }

    private async Task FollowAsync()
    {
        try
        {
            for (var seen = 0; ;)
            {
                var news = await http.GetFromJsonAsync<QuestionNews>($"{desk}?after={seen}", LabJson.Options, ended.Token);
                seen = news!.Version;
                Open = news.Open;
                Changed?.Invoke();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            // The run has ended, and with it its questions.
            Open = [];
            Changed?.Invoke();
        }
    }

    private sealed record Refused(LabError Error);
}
