using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.Logging;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;
using Request = WireMock.RequestBuilders.Request;
using Response = WireMock.ResponseBuilders.Response;

namespace PairingLab.Drivers.StandIns;

/// <summary>
/// Plays third parties over HTTP: a WireMock.Net server in this process. Its answers are mapping files in WireMock.Net's own JSON, see
/// lab-config/stand-ins/README.md.
/// </summary>
public sealed class StandIn : IDisposable
{
    /// <summary>The most exchanges that are kept; the oldest go first.</summary>
    public const int JournalLength = 200;

    /// <summary>
    /// A response header of a mapping file, never sent. Its one value resets the connection instead of answering: WireMock.Net's own
    /// faults all answer something (its EMPTY_RESPONSE is a 200 without a body).
    /// </summary>
    private const string Fault = "Fault";

    private const string Reset = "CONNECTION_RESET_BY_PEER";

    private const string WarmUpMapping = """
        {
          "Request": { "Path": "/warm-up", "Body": { "Matcher": { "Name": "JsonPartialWildcardMatcher", "Pattern": { "ready": "*" } } } },
          "Response": { "BodyAsJson": { "ready": "yes" } }
        }
        """;

    /// <summary>The first start and request of a process take seconds, longer than MACS waits for an answer.</summary>
    private static readonly Lazy<Task> WarmUp = new(() => Task.Run(WarmUpAsync));

    private readonly WireMockServer server;
    private readonly ConcurrentQueue<StandInExchange> exchanges = new();
    private int priority;

    private StandIn(int port) => server = WireMockServer.Start(new WireMock.Settings.WireMockServerSettings
    {
        Urls = [string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")],
        MaxRequestLogCount = JournalLength,
        PreWireMockMiddlewareInit = app => ((IApplicationBuilder)app).Use(ResetWhenAsked),
    });

    /// <summary>Where it listens.</summary>
    public Uri Address => new(server.Url!);

    /// <summary>The latest exchanges, oldest first, card numbers in them as they were sent.</summary>
    public IReadOnlyList<ILogEntry> Journal => [.. server.LogEntries.OrderBy(e => e.RequestMessage.DateTime)];

    /// <summary>What was asked of one that answers by itself, the oldest first, card numbers in it as they were sent.</summary>
    public IReadOnlyList<StandInExchange> Exchanges => [.. exchanges];

    /// <summary>Starts one that answers at once; the first of a process takes seconds.</summary>
    public static async Task<StandIn> StartAsync()
    {
        await WarmUp.Value;
        return await Task.Run(() => new StandIn(0));
    }

    /// <summary>Starts one on a port, which answers by itself and has no mapping files.</summary>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<StandIn> StartAsync(int port, Func<StandInRequest, Task<StandInAnswer>> answer)
    {
        await WarmUp.Value;
        return await Task.Run(() =>
        {
            var made = Made(port);
            made.server.Given(Request.Create().WithPath("/*").UsingAnyMethod())
                .RespondWith(Response.Create().WithCallback(request => made.AnswerAsync(request, answer)));
            return made;
        });
    }

    private static StandIn Made(int port)
    {
        try
        {
            return new(port);
        }
        catch (WireMock.Exceptions.WireMockException e)
        {
            throw new IOException($"no stand-in can answer on port {port}: {e.Message}", e);
        }
    }

    /// <summary>Adds the mappings of a file; for the same request a later one goes before an earlier one.</summary>
    /// <param name="file">A JSON array of mappings.</param>
    /// <param name="words">What takes the place of the words in double braces.</param>
    /// <exception cref="FormatException">The file holds something else.</exception>
    public void Add(string file, params (string Word, string Text)[] words)
    {
        var text = words.Aggregate(File.ReadAllText(file), (t, w) => t.Replace($"{{{{{w.Word}}}}}", w.Text, StringComparison.Ordinal));
        try
        {
            foreach (var mapping in JsonNode.Parse(text)!.AsArray())
            {
                if (mapping!["Response"]?["Headers"]?[Fault] is { } fault && fault.GetValue<string>() != Reset)
                {
                    throw new InvalidOperationException($"the fault '{fault}' is unknown; allowed values: {Reset}");
                }

                // The lowest number goes first.
                mapping["Priority"] = Interlocked.Decrement(ref priority);
                server.WithMapping(mapping.ToJsonString());
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or Newtonsoft.Json.JsonException)
        {
            throw new FormatException($"{file} is not a JSON array of WireMock.Net mappings: {e.Message}", e);
        }
    }

    /// <summary>Forgets all mappings.</summary>
    public void Clear() => server.ResetMappings();

    /// <summary>Stops it, without waiting for answers that are still held back.</summary>
    public void Dispose() => server.Dispose();

    private async Task<IResponseMessage> AnswerAsync(IRequestMessage request, Func<StandInRequest, Task<StandInAnswer>> answer)
    {
        var asked = new StandInRequest(request.Method, new Uri(request.Url).PathAndQuery, request.Body ?? "");
        var answered = await answer(asked);
        exchanges.Enqueue(new(
            asked.Method, asked.Path, asked.Body, answered.IsReset ? 0 : answered.Status, answered.IsReset ? "(reset)" : answered.Body));
        while (exchanges.Count > JournalLength)
        {
            exchanges.TryDequeue(out _);
        }

        var message = new ResponseMessage
        {
            StatusCode = answered.Status,
            Headers = new Dictionary<string, WireMockList<string>>(StringComparer.Ordinal) { ["Content-Type"] = new("application/json") },
            BodyData = new BodyData { BodyAsString = answered.Body, DetectedBodyType = BodyType.String, Encoding = Encoding.UTF8 },
        };
        if (answered.IsReset)
        {
            message.Headers[Fault] = new(Reset);
        }

        return message;
    }

    private static Task ResetWhenAsked(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers.ContainsKey(Fault))
            {
                // Kestrel closes an aborted connection with RST.
                context.Abort();
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    private static async Task WarmUpAsync()
    {
        using var first = new StandIn(0);
        first.server.WithMapping(WarmUpMapping);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var answer = await http.PostAsJsonAsync(new Uri(first.Address, "/warm-up"), new { ready = "yes" });
        answer.EnsureSuccessStatusCode();
    }
}

/// <summary>What a stand-in that answers by itself is asked.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path with its query.</param>
/// <param name="Body">The body; empty without one.</param>
public sealed record StandInRequest(string Method, string Path, string Body);

/// <summary>What it answers.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body.</param>
/// <param name="IsReset">Whether the connection is reset instead.</param>
public sealed record StandInAnswer(int Status, string Body, bool IsReset = false);

/// <summary>A request and its answer; status 0 for a connection that was reset.</summary>
public sealed record StandInExchange(string Method, string Path, string Request, int Status, string Response);
