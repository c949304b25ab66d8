namespace PairingLab.Reports.Evidence;

/// <summary>
/// Masks secrets in everything of a scenario that is text. Serial sentences and segment bytes stay as they came: they are
/// the proof of what a display showed, and a code on a display is spent by the time the evidence is read.
/// </summary>
internal static class EvidenceMask
{
    public static ScenarioEvidence Apply(ScenarioEvidence scenario, SecretMask secrets) => scenario with
    {
        Name = secrets.Apply(scenario.Name),
        Arguments = [.. scenario.Arguments.Select(a => a with { Value = secrets.Apply(a.Value) })],
        Reason = Text(scenario.Reason, secrets),
        Error = scenario.Error is { } error ? Error(error, secrets) : null,
        Steps = [.. scenario.Steps.Select(s => Step(s, secrets))],
        Around = [.. scenario.Around.Select(s => One(s, secrets))],
    };

    private static string? Text(string? text, SecretMask secrets) => text is null ? null : secrets.Apply(text);

    private static ScenarioError Error(ScenarioError error, SecretMask secrets) =>
        new(secrets.Apply(error.Message), Text(error.Stack, secrets), Text(error.Step, secrets))
        {
            Expected = Text(error.Expected, secrets),
            Seen = Text(error.Seen, secrets),
        };

    private static StepEvidence Step(StepEvidence step, SecretMask secrets) => step with
    {
        Text = secrets.Apply(step.Text),
        Table = step.Table?.Select(IReadOnlyList<string> (row) => [.. row.Select(secrets.Apply)]).ToList(),
        DocString = Text(step.DocString, secrets),
        Seen = [.. step.Seen.Select(s => One(s, secrets))],
    };

    private static Seen One(Seen seen, SecretMask secrets) => seen switch
    {
        PanelSeen panel => Panel(panel, secrets),
        ExchangeSeen exchange => ExchangeMask.Apply(exchange, secrets),
        SentenceSeen sentence => sentence with { Note = Text(sentence.Note, secrets) },
        AttestationSeen asked => asked with
        {
            Question = secrets.Apply(asked.Question),
            Answer = secrets.Apply(asked.Answer),
        },
        FileSeen file => file with { Caption = secrets.Apply(file.Caption) },
        _ => seen,
    };

    private static PanelSeen Panel(PanelSeen panel, SecretMask secrets) => panel with
    {
        Act = secrets.Apply(panel.Act),
        Title = secrets.Apply(panel.Title),
        Texts = [.. panel.Texts.Select(secrets.Apply)],
        Buttons = [.. panel.Buttons.Select(b => b with { Name = secrets.Apply(b.Name) })],
        Fields = [.. panel.Fields.Select(f => Field(f, secrets))],
    };

    private static SeenField Field(SeenField field, SecretMask secrets) => field with
    {
        Value = field.Value.Length > 0 && SecretNames.Contains(field.Name) ? SecretMask.Mask : secrets.Apply(field.Value),
    };
}
