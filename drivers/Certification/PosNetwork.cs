using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PairingLab.Drivers.Certification;

/// <summary>What the browser of a POS sends and gets: whether something is under way, and whether a secret was in it.</summary>
/// <param name="polls">A part of the address of requests that wait for news.</param>
internal sealed class PosNetwork(IReadOnlyList<string> polls)
{
    private const int LongestText = 4_000_000;

    private static readonly string[] NeverEnding = ["eventsource", "websocket", "ping"];
    private static readonly string[] Readable = ["text", "json", "javascript", "xml", "html"];

    private readonly ConcurrentDictionary<IRequest, bool> pending = new();
    private readonly ConcurrentDictionary<string, bool> background = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Task<Passed>> passed = [];

    /// <summary>Whether a request is under way that an act may have made.</summary>
    public bool IsBusy => !pending.IsEmpty;

    /// <summary>Listens to a page and its frames.</summary>
    public void Watch(IPage page)
    {
        page.Request += (_, request) =>
        {
            if (!NeverEnding.Contains(request.ResourceType) && !background.ContainsKey(Place(request)) && !IsPoll(request))
            {
                pending[request] = true;
            }
        };
        page.RequestFailed += (_, request) => pending.TryRemove(request, out bool _);
        page.RequestFinished += (_, request) =>
        {
            pending.TryRemove(request, out bool _);
            passed.Add(ReadAsync(request));
        };
        page.WebSocket += (_, socket) =>
        {
            socket.FrameReceived += (_, frame) => passed.Add(Task.FromResult(new Passed($"a message of {socket.Url}", frame.Text ?? "")));
            socket.FrameSent += (_, frame) => passed.Add(Task.FromResult(new Passed($"a message to {socket.Url}", frame.Text ?? "")));
        };
    }

    /// <summary>What is under way has been so for too long: requests like these, polls say, are no sign of an act from here on.</summary>
    public void GiveUp()
    {
        foreach (var request in pending.Keys)
        {
            background[Place(request)] = true;
            pending.TryRemove(request, out bool _);
        }
    }

    /// <summary>Forgets what is under way: the page is gone.</summary>
    public void Forget() => pending.Clear();

    /// <summary>Where a secret has passed since the last call, in words.</summary>
    public async Task<IReadOnlyList<string>> LeaksAsync(IReadOnlyList<string> secrets)
    {
        var all = new List<Passed>();
        while (passed.TryTake(out var one))
        {
            all.Add(await one);
        }

        var leaks = all.Where(p => SecretText.Holds(p.Text, secrets)).Select(p => p.What);
        return [.. leaks.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private bool IsPoll(IRequest request) =>
        request.Method == "GET" && polls.Any(p => request.Url.Contains(p, StringComparison.Ordinal));

    private static string Place(IRequest request) => $"{request.Method} {request.Url.Split('?')[0]}";

    private static async Task<Passed> ReadAsync(IRequest request)
    {
        var asked = string.Join('\n', [request.Url, request.PostData ?? "", .. request.Headers.Values]);
        try
        {
            var answer = await request.ResponseAsync();
            var type = answer?.Headers.GetValueOrDefault("content-type", "") ?? "";
            var body = answer is not null && Readable.Any(r => type.Contains(r, StringComparison.Ordinal)) ? await answer.TextAsync() : "";
            return new(Place(request), $"{asked}\n{(body.Length > LongestText ? body[..LongestText] : body)}");
        }
        catch (PlaywrightException)
        {
            // The page went on before its answer could be read.
            return new(Place(request), asked);
        }
    }

    /// <summary>A request with its answer, or a message.</summary>
    private sealed record Passed(string What, string Text);
}
