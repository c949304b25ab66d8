using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Roles;

namespace PairingLab.Host.Tests.Commands;

/// <summary>Stands in for the person at a bench: does what a run asks, at devices that the run itself can't reach.</summary>
/// <param name="http">To the desk.</param>
/// <param name="desk">The run's desk.</param>
/// <param name="devices">The devices that the person has before them.</param>
/// <param name="signIn">Signs in with the person's own password.</param>
internal sealed partial class BenchPerson(HttpClient http, Uri desk, Func<string, IPanel> devices, Func<IPanel, Task> signIn)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>All that was asked, with what was to be done before.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Answers until the run has ended.</summary>
    public async Task WorkAsync(CancellationToken ended)
    {
        try
        {
            for (var seen = 0; ;)
            {
                var news = await http.GetFromJsonAsync<JsonElement>(new Uri(desk, $"lab/questions?after={seen}"), ended);
                seen = news.GetProperty("version").GetInt32();
                foreach (var question in news.GetProperty("open").EnumerateArray())
                {
                    await AnswerAsync(question, ended);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            // The run has ended.
        }
    }

    private async Task AnswerAsync(JsonElement question, CancellationToken ended)
    {
        var text = question.GetProperty("text").GetString()!;
        List<string> acts = [.. Texts(question, "acts")];
        Asked.Add(string.Join(' ', acts.Append(text)));
        object answer;
        try
        {
            foreach (var act in acts)
            {
                await DoAsync(act);
            }

            answer = await TellAsync(text, [.. Texts(question, "choices")]);
        }
        catch (Exception e) when (e is PanelTimeoutException or PanelRefusedException)
        {
            answer = new { verdict = "fail", text = e.Message };
        }

        using var taken = await http.PostAsJsonAsync(new Uri(desk, $"lab/questions/{question.GetProperty("id")}"), answer, ended);
    }

    private static IEnumerable<string> Texts(JsonElement question, string name) =>
        question.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(t => t.GetString()!)
            : [];

    private async Task DoAsync(string act)
    {
        if (Press().Match(act) is { Success: true } press)
        {
            await devices(press.Groups[2].Value).PressWhenOfferedAsync(press.Groups[1].Value);
        }
        else if (Type().Match(act) is { Success: true } type)
        {
            var panel = devices(type.Groups[3].Value);
            await panel.WaitUntilAsync(p => p.Field(type.Groups[2].Value) is not null, "the field", Patience);
            await panel.EnterAsync(type.Groups[2].Value, type.Groups[1].Value);
        }
        else if (SignIn().Match(act) is { Success: true } sign)
        {
            await signIn(devices(sign.Groups[1].Value));
        }
        else
        {
            throw new PanelRefusedException($"I do not understand: {act}");
        }
    }

    private async Task<object> TellAsync(string text, List<string> choices)
    {
        if (text == "Done?" || text.StartsWith("Bring ", StringComparison.Ordinal))
        {
            return new { verdict = "pass" };
        }

        if (Otp().Match(text) is { Success: true } display)
        {
            return new { verdict = "pass", text = await new PanelDisplay(devices(display.Groups[1].Value)).ReadSiteOtpAsync(Patience) };
        }

        if (Now().Match(text) is { Success: true } now)
        {
            var seen = await devices(now.Groups[1].Value).WaitUntilAsync(p => p.Title.Length > 0, "anything", Patience);
            return choices.Find(c => Shows(seen, c)) is { } choice
                ? new { verdict = "pass", text = choice }
                : new { verdict = "fail", text = seen.Title };
        }

        if (Tell().Match(text) is { Success: true } tell)
        {
            var shown = await devices(tell.Groups[1].Value).WaitUntilAsync(p => !p.Says("Processing request"), "an answer", Patience);
            return new { verdict = "pass", text = shown.Texts[0] };
        }

        if (Does().Match(text) is { Success: true } does)
        {
            await devices(does.Groups[1].Value).WaitUntilAsync(p => Shows(p, does.Groups[2].Value), does.Groups[2].Value, Patience);
            return new { verdict = "pass" };
        }

        return new { verdict = "fail", text = "I do not understand the question" };
    }

    private static bool Shows(PanelReading panel, string what) => what switch
    {
        "the sign-in" => panel.Field("Password") is not null,
        "an alert" => panel.Title == "Security Alert",
        "Login" or "Sales" => panel.Title == what,
        "the Pairing keypad" or "the Pairing OTP dialog box" => panel.Field("Pairing OTP") is not null,
        _ when what.StartsWith("the button [", StringComparison.Ordinal) =>
            panel.Button(what["the button [".Length..^1]) is { Enabled: true },
        _ when what.StartsWith("the screen \"", StringComparison.Ordinal) => panel.Title == what["the screen \"".Length..^1],
        _ when what.StartsWith('"') => panel.Says(what[1..^1]),
        _ => panel.Title.Length > 0,
    };

    [GeneratedRegex(@"^Press \[(.*)\] on (\S+)\.$")]
    private static partial Regex Press();

    [GeneratedRegex(@"^Type '(.*)' into '(.*)' on (\S+)\.$")]
    private static partial Regex Type();

    [GeneratedRegex(@"^Sign in as \S+ on (\S+)\.$")]
    private static partial Regex SignIn();

    [GeneratedRegex(@"^What does (\S+) show as .*\? Type it as it stands there\.$")]
    private static partial Regex Tell();

    [GeneratedRegex(@"^What does (\S+) show now\?$")]
    private static partial Regex Now();

    [GeneratedRegex(@"Which OTP does the display of (\S+) show\?")]
    private static partial Regex Otp();

    [GeneratedRegex(@"^Does (\S+) show (.*)\?$")]
    private static partial Regex Does();
}
