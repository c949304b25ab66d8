using System.Net.Http.Json;

namespace PairingLab.Drivers.Operator;

/// <summary>
/// The desk of the program that started this run, over HTTP: a question is a request that is answered when the person answers.
/// </summary>
/// <param name="http">Its own client: a person takes longer than the usual timeout, and the desk has its own limit.</param>
/// <param name="desk">The desk's address.</param>
public sealed class RemoteOperatorDesk(HttpClient http, Uri desk) : IOperatorDesk
{
    private readonly Uri questions = new(desk, "/lab/questions");

    /// <inheritdoc />
    public async Task<OperatorAnswer> AskAsync(OperatorQuestion question, CancellationToken cancel = default)
    {
        using var answer = await http.PostAsJsonAsync(questions, QuestionWire.Of(question), LabJson.Options, cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<AnswerWire>(LabJson.Options, cancel))?.Answer() ?? new(Verdict.NotAnswered);
    }
}
