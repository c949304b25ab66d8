using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using PairingLab.Drivers.Panels;

namespace PairingLab.Host.Tests.Commands;

/// <summary>Stands in for the person at a bench: does what a run asks, at devices that the run itself can't reach.</summary>
/// <param name="http">To the desk.</param>
/// <param name="desk">The run's desk.</param>
/// <param name="devices">The devices that the person has before them.</param>
/// <param name="signIn">Signs in with the person's own password.</param>
internal sealed partial class BenchPerson(HttpClient http, Uri desk, Func<string, IPanel> devices, Func<IPanel, Task> signIn)
{
    /// <summary>What is looked at as it is, since no is as good an answer.</summary>
    private static readonly string[] SeenAtOnce = ["the sign-in", "an alert", "the screen \"Site Security\""];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

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
                    await AnswerAsync(question.GetProperty("id").GetInt32(), question.GetProperty("text").GetString()!, ended);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            // The run has ended.
        }
    }

    private async Task AnswerAsync(int id, string text, CancellationToken ended)
    {
        object answer;
        try
        {
            answer = await DoAsync(text);
        }
        catch (Exception e) when (e is PanelTimeoutException or PanelRefusedException)
        {
            answer = new { verdict = "fail", text = e.Message };
        }

        using var taken = await http.PostAsJsonAsync(new Uri(desk, $"lab/questions/{id}"), answer, ended);
    }

    private async Task<object> DoAsync(string text)
    {
        if (Press().Match(text) is { Success: true } press)
        {
            await devices(press.Groups[2].Value).PressAsync(press.Groups[1].Value);
        }
        else if (Type().Match(text) is { Success: true } type)
        {
            await devices(type.Groups[3].Value).EnterAsync(type.Groups[2].Value, type.Groups[1].Value);
        }
        else if (Tell().Match(text) is { Success: true } tell)
        {
            return new { verdict = "pass", text = (await devices(tell.Groups[1].Value).ReadAsync()).Texts[0] };
        }
        else if (Does().Match(text) is { Success: true } does)
        {
            return new { verdict = await LookAsync(devices(does.Groups[1].Value), does.Groups[2].Value) ? "pass" : "fail" };
        }
        else
        {
            return new { verdict = "fail", text = "I do not understand the question" };
        }

        return new { verdict = "pass" };
    }

    private async Task<bool> LookAsync(IPanel panel, string what)
    {
        if (what.StartsWith("that you are signed in", StringComparison.Ordinal))
        {
            await signIn(panel);
            return true;
        }

        if (SeenAtOnce.Contains(what))
        {
            return Shows(await panel.ReadAsync(), what);
        }

        await panel.WaitUntilAsync(p => Shows(p, what), what, Patience);
        return true;
    }

    private static bool Shows(PanelReading panel, string what) => what switch
    {
        "the sign-in" => panel.Field("Password") is not null,
        "an alert" => panel.Title == "Security Alert",
        "the Pairing keypad" or "the Pairing OTP dialog box" => panel.Field("Pairing OTP") is not null,
        "an answer of the Commander" => !panel.Says("Processing request. Please Wait..."),
        "an answer to [Pair POS]" => panel.Button("Please wait...") is null,
        "an answer to the OTP" => !panel.Says("Processing, please wait..."),
        _ when what.StartsWith("the button [", StringComparison.Ordinal) => panel.Button(what["the button [".Length..^1]) is { Enabled: true },
        _ when what.StartsWith("the screen \"", StringComparison.Ordinal) => panel.Title == what["the screen \"".Length..^1],
        _ when what.StartsWith('"') => panel.Says(what[1..^1]),
        _ => panel.Title.Length > 0,
    };

    [GeneratedRegex(@"^Press \[(.*)\] on (\S+), then confirm\.$")]
    private static partial Regex Press();

    [GeneratedRegex(@"^Type '(.*)' into '(.*)' on (\S+), then confirm\.$")]
    private static partial Regex Type();

    [GeneratedRegex(@"^What does (\S+) show as .*\? Type it as it stands there\.$")]
    private static partial Regex Tell();

    [GeneratedRegex(@"^Does (\S+) show: (.*)\?( \(within .*\))?$")]
    private static partial Regex Does();
}
