namespace PairingLab.ReqnrollSample;

/// <summary>Notes what happens, in the scenario and, for the order of all hooks, in the file that SAMPLE_LOG names.</summary>
[Binding]
public sealed class Steps(ScenarioContext scenario)
{
    private static readonly Lock Gate = new();
    private readonly List<string> notes = [];
    private string? hookFails;

    [BeforeTestRun]
    public static void BeginRun() => Log("run begins");

    [AfterTestRun]
    public static void EndRun() => Log("run ends");

    [BeforeFeature]
    public static void BeginFeature(FeatureContext feature) => Log($"{feature.FeatureInfo.Title} begins");

    [AfterFeature]
    public static void EndFeature(FeatureContext feature) => Log($"{feature.FeatureInfo.Title} ends");

    [BeforeScenario]
    public void Begin() => Log($"{scenario.ScenarioInfo.Title} begins");

    [AfterScenario]
    public void End()
    {
        Log($"{scenario.ScenarioInfo.Title} ends: {scenario.ScenarioExecutionStatus}");
        if (hookFails is not null)
        {
            throw new InvalidOperationException(hookFails);
        }
    }

    [Given("{string} is noted"), When("{string} is noted")]
    public void Note(string note)
    {
        Log($"note {note}");
        notes.Add(note);
    }

    [When("these are noted")]
    public void NoteAll(Table table) => notes.AddRange(table.Rows.Select(r => r["words"]));

    [When("this is noted")]
    public void NoteThis(string text) => notes.Add(text);

    [Then("the notes are {string}")]
    public void NotesAre(string expected) => string.Join(", ", notes).ShouldBe(expected);

    [Then("the tags are {string}")]
    public void TagsAre(string expected) => string.Join(",", scenario.ScenarioInfo.CombinedTags).ShouldBe(expected);

    [Given("a step that skips, for {string}")]
    public void Skip(string why) => Assert.Skip(why);

    [Given("a step that fails, for {string}")]
    public void Fail(string why) => throw new InvalidOperationException(why);

    [Given("the hook after this scenario fails, for {string}")]
    public void FailLater(string why) => hookFails = why;

    private static void Log(string line)
    {
        if (Environment.GetEnvironmentVariable("SAMPLE_LOG") is { Length: > 0 } file)
        {
            lock (Gate)
            {
                File.AppendAllText(file, $"{line}\n");
            }
        }
    }
}
