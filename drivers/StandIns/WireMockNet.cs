using System.Globalization;
using System.Text.Json.Nodes;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace PairingLab.Drivers.StandIns;

/// <summary>WireMock.Net in this process (full package set).</summary>
public sealed class WireMockNet : IStandIn
{
    private readonly WireMockServer server = WireMockServer.Start();
    private int priority;

    private WireMockNet()
    {
    }

    /// <inheritdoc />
    public Uri Address => new(server.Url!);

    /// <summary>Starts it.</summary>
    /// <param name="root">The repository; not needed here.</param>
    public static Task<IStandIn> StartAsync(string root)
    {
        _ = root;
        return Task.FromResult<IStandIn>(new WireMockNet());
    }

    /// <inheritdoc />
    public Task AddAsync(IEnumerable<Stub> stubs, CancellationToken cancel = default)
    {
        foreach (var stub in stubs)
        {
            // A lower number goes first: the later stub wins, as with WireMock itself.
            server.Given(Asked(stub.Mapping["request"]!)).AtPriority(Interlocked.Decrement(ref priority)).RespondWith(Answered(stub.Mapping["response"]!));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        server.Stop();
        server.Dispose();
        return ValueTask.CompletedTask;
    }

    private static IRequestBuilder Asked(JsonNode request)
    {
        var asked = Request.Create().WithPath(request["urlPath"]!.GetValue<string>()).UsingMethod(request["method"]!.GetValue<string>());
        foreach (var (name, matcher) in request["queryParameters"]?.AsObject() ?? [])
        {
            asked = asked.WithParam(name, matcher!["equalTo"]!.GetValue<string>());
        }

        var texts = (request["bodyPatterns"]?.AsArray() ?? []).Select(p => p!["contains"]!.GetValue<string>()).ToList();
        return texts.Count == 0 ? asked : asked.WithBody(body => body is not null && texts.TrueForAll(t => body.Contains(t, StringComparison.Ordinal)));
    }

    private static IResponseBuilder Answered(JsonNode response)
    {
        if (response["fault"] is not null)
        {
            // Its EMPTY_RESPONSE is a 200 without a byte; this one breaks the answer off.
            return Response.Create().WithFault(FaultType.MALFORMED_RESPONSE_CHUNK);
        }

        var answer = Response.Create().WithStatusCode(response["status"]!.GetValue<int>());
        foreach (var (name, value) in response["headers"]?.AsObject() ?? [])
        {
            answer = answer.WithHeader(name, value!.GetValue<string>());
        }

        answer = answer.WithBody(response["jsonBody"]?.ToJsonString() ?? response["body"]?.GetValue<string>() ?? "");
        return response["fixedDelayMilliseconds"] is { } delay ? answer.WithDelay(TimeSpan.FromMilliseconds(delay.GetValue<int>())) : answer;
    }
}
