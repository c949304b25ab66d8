using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Runtime.Loader;
using PairingLab.Drivers.Serial;
using PairingLab.Drivers.StandIns;

namespace PairingLab.Drivers.Tests.StandIns;

/// <summary>What a scenario relies on when a stand-in plays the acquirer or MRS.</summary>
public sealed class StandInTests : IAsyncLifetime
{
    private const string Asi = "/asi/cain-inquiry-requests";

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly string file = Path.GetTempFileName();
    private StandIn standIn = null!;

    public async ValueTask InitializeAsync() => standIn = await StandIn.StartAsync();

    public ValueTask DisposeAsync()
    {
        standIn.Dispose();
        http.Dispose();
        File.Delete(file);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_mapping_answers_the_fields_that_it_names_wherever_they_stand_in_the_body()
    {
        Use("asi/answers.json", ("amount", "0.00"), ("code", "00"), ("product", "MCG"));

        (await AskAsync(Inquiry("0.00"))).ShouldBe((HttpStatusCode.OK,
            """{"body":{"envt":{"card":{"cardPdctTp":"MCG"}},"prcgRslt":{"rsltData":{"rsltDtls":"00"}}}}"""));
        (await AskAsync(Inquiry("1.00"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_mapping_that_was_added_last_answers()
    {
        foreach (var code in new[] { "00", "05", "51" })
        {
            Use("asi/answers.json", ("amount", "0.00"), ("code", code), ("product", "MCG"));
        }

        (await AskAsync(Inquiry("0.00"))).Body.ShouldContain("\"rsltDtls\":\"51\"");
    }

    [Fact]
    public async Task Times_in_a_body_are_compared_as_they_are_written()
    {
        Use(
            "mrs/page.json", ("offset", "0"), ("from", "2030-01-01T08:15"), ("to", "2030-03-01T08:15"), ("total", "0"), ("count", "0"),
                ("transactions", "[]"));
        var address = new Uri(standIn.Address, "/loyalty/mrs/transactions/searches?offset=0&limit=25");

        using var known = await http.PostAsJsonAsync(address, new { fromDate = "2030-01-01T08:15:30Z", toDate = "2030-03-01T08:15:29Z" });
        using var other = await http.PostAsJsonAsync(address, new { fromDate = "2030-01-01T08:16:30Z", toDate = "2030-03-01T08:15:29Z" });

        known.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void A_reset_connection_is_reset_and_answers_no_byte()
    {
        Use("asi/reset.json");
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 10_000 };
        socket.Connect(IPAddress.Loopback, standIn.Address.Port);
        socket.Send("POST /asi/cain-inquiry-requests HTTP/1.1\r\nHost: asi\r\nContent-Length: 2\r\n\r\n{}"u8);

        Should.Throw<SocketException>(() => socket.Receive(new byte[100])).SocketErrorCode.ShouldBe(SocketError.ConnectionReset);
    }

    [Fact]
    public async Task A_malformed_answer_arrives_as_it_is_written()
    {
        Use("asi/nonsense.json");

        (await AskAsync(Inquiry("0.00"))).ShouldBe((HttpStatusCode.OK, """{"body":{"prcgRslt":"00" """.TrimEnd()));
    }

    [Fact]
    public async Task A_slow_answer_is_held_back_and_does_not_hold_up_the_end()
    {
        Use("asi/slow.json");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            http.PostAsJsonAsync(new Uri(standIn.Address, Asi), new { }, patience.Token));

        var started = TimeProvider.System.GetTimestamp();
        standIn.Dispose();
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task The_journal_keeps_the_latest_exchanges()
    {
        Use("asi/status.json", ("status", "503"));
        for (var i = 0; i <= StandIn.JournalLength; i++)
        {
            await AskAsync(new { number = i });
        }

        standIn.Journal.Select(e => e.RequestMessage.Body).ShouldBe(
            Enumerable.Range(1, StandIn.JournalLength).Select(i => string.Create(CultureInfo.InvariantCulture, $$"""{"number":{{i}}}""")));
    }

    [Fact]
    public async Task One_that_answers_by_itself_keeps_the_latest_exchanges_too()
    {
        using var own = await StandIn.StartAsync(FreePort.Next(), asked => Task.FromResult(new StandInAnswer(200, asked.Body)));
        for (var i = 0; i <= StandIn.JournalLength; i++)
        {
            using var answer = await http.PostAsJsonAsync(new Uri(own.Address, Asi), i);
            (await answer.Content.ReadAsStringAsync()).ShouldBe($"{i}");
        }

        own.Exchanges.Select(e => e.Request).ShouldBe(Enumerable.Range(1, StandIn.JournalLength).Select(i => $"{i}"));
        own.Journal.Count.ShouldBe(StandIn.JournalLength);
    }

    /// <summary>
    /// MACS waits 2 s, and the first request of a process may take longer: it must be over before a scenario has its stand-in. Drivers
    /// are loaded once more here, to be as they are in a new process.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_of_a_process_has_answered_before_anybody_else_asks_it(bool answersByItself)
    {
        var answered = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = asked => answered.Enqueue($"{asked.GetTagItem("url.full")} {asked.GetTagItem("http.response.status_code")}"),
        };
        ActivitySource.AddActivityListener(listener);
        var fresh = new AssemblyLoadContext("as in a new process", isCollectible: true);
        try
        {
            var drivers = fresh.LoadFromAssemblyPath(typeof(StandIn).Assembly.Location);
            using var first = await StartAsync(drivers.GetType(typeof(StandIn).FullName!)!, answersByItself);
            answered.Count(a => a.EndsWith("/warm-up 200", StringComparison.Ordinal)).ShouldBe(1, string.Join('\n', answered));
        }
        finally
        {
            fresh.Unload();
        }
    }

    [Theory]
    [InlineData("[{", "is not a JSON array of WireMock.Net mappings")]
    [InlineData("""{ "Request": {} }""", "is not a JSON array of WireMock.Net mappings")]
    [InlineData("""[{ "Response": { "Headers": { "Fault": "FIRE" } } }]""",
        "the fault 'FIRE' is unknown; allowed values: CONNECTION_RESET_BY_PEER")]
    public void A_bad_file_is_refused_by_name(string text, string why)
    {
        File.WriteAllText(file, text);

        var refused = Should.Throw<FormatException>(() => standIn.Add(file));

        refused.Message.ShouldStartWith(file);
        refused.Message.ShouldContain(why);
    }

    private static async Task<IDisposable> StartAsync(Type standIn, bool answersByItself)
    {
        var parameters = answersByItself ? 2 : 0;
        var start = standIn.GetMethods().Single(m => m.Name == nameof(StandIn.StartAsync) && m.GetParameters().Length == parameters);
        var started = (Task)start.Invoke(null, answersByItself ? [FreePort.Next(), null] : [])!;
        await started;
        return (IDisposable)started.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(started)!;
    }

    private static object Inquiry(string amount) => new
    {
        body = new
        {
            envt = new { card = new { xpryDt = "2031-05", pan = "5432100000000001" } },
            tx = new { txAmts = new { ccy = "EUR", amt = amount } },
        },
    };

    private void Use(string name, params (string Word, string Text)[] words) =>
        standIn.Add(Path.Combine(RepositoryPaths.Root, "lab-config", "stand-ins", name), words);

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(object body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(standIn.Address, Asi), body);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
