using System.Net;
using System.Net.Sockets;
using System.Text;
using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Doctor;
using PairingLab.Drivers.Serial;

namespace PairingLab.Drivers.Tests.Doctor;

/// <summary>What is said of lines and pages before a scenario is blamed for them.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task A_line_that_carries_sentences_is_good()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals");
        using var pair = await TtyPair.OpenAsync();
        await using var far = await SerialLine.OpenAsync(pair.Far);
        var finding = await WhileSendingAsync(far, "$PLDSP,0042,06,CF*72\r\n", () => ExamineAsync(pair.Near));
        finding.Words.ShouldContain("sound sentences in 2 s at 9600 8N1");
        finding.Health.ShouldBe(Health.Good);
    }

    [Fact]
    public async Task A_silent_line_is_bad()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals");
        using var pair = await TtyPair.OpenAsync();
        var finding = await ExamineAsync(pair.Near);
        finding.Health.ShouldBe(Health.Bad);
        finding.Words.ShouldContain("no byte for 2 s");
    }

    [Fact]
    public async Task A_timer_that_fires_early_is_no_hang_up()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals");
        using var pair = await TtyPair.OpenAsync();
        (await ExamineAsync(pair.Near, new NoTimePasses())).Words.ShouldContain("no byte for 2 s");
    }

    [Fact]
    public async Task Another_baud_is_guessed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals");
        using var pair = await TtyPair.OpenAsync();
        await using var far = await SerialLine.OpenAsync(pair.Far);
        var finding = await WhileSendingAsync(far, "\u009E\u00F8\u0086\u0000~\u0098\u00E0\u001E\u0080f", () => ExamineAsync(pair.Near));
        finding.Health.ShouldBe(Health.Bad);
        finding.Words.ShouldContain("no sound sentence; is 9600 8N1 how the display is set? ");
        finding.Words.ShouldContain("would fit 19200 baud");
    }

    [Fact]
    public async Task A_far_end_that_refuses_is_quoted()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var examining = ExamineAsync($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        using (var socket = await listener.AcceptSocketAsync())
        {
            await socket.SendAsync("Port already in use\r\n"u8.ToArray());
        }

        (await examining).Words.ShouldBe("hung up at once; the far end said 'Port already in use'");
    }

    [Fact]
    public async Task A_line_that_is_not_there_says_what_is() =>
        (await ExamineAsync("/dev/ttyNONE7")).Words.ShouldStartWith("There is no serial port at /dev/ttyNONE7");

    [Theory]
    [InlineData(200, 0, Health.Good, "answers with 200")]
    [InlineData(404, 0, Health.Bad, "answers with 404; a page that can be read is needed")]
    [InlineData(200, 60, Health.Doubtful, "answers; its clock is +60 s off this machine's")]
    [InlineData(200, -60, Health.Doubtful, "answers; its clock is -60 s off this machine's")]
    public async Task A_page_is_asked_for(int status, int off, Health health, string words)
    {
        using var http = new HttpClient(new Answering(status, TimeProvider.System.GetUtcNow().AddSeconds(off)));
        var device = new BenchDevice("config-1", "configuration-client", DeviceWay.Real, null, null, 9600, SerialParity.None,
            new("http://client/"), null, null, new("bench.json", "", 1, 1));
        var finding = await new PageDoctor(http, TimeProvider.System).ExamineAsync(device, CancellationToken.None);
        finding.Words.ShouldStartWith(words);
        finding.Health.ShouldBe(health);
    }

    private static Task<Finding> ExamineAsync(string line, TimeProvider? clock = null) =>
        new LineDoctor(clock ?? TimeProvider.System).ExamineAsync(
        new BenchDevice("commander-1", "commander-display", DeviceWay.Real, null, line, 9600, SerialParity.None, null, null, null,
            new("bench.json", "", 1, 1)),
        CancellationToken.None);

    private static async Task<Finding> WhileSendingAsync(ISerialLine line, string sentence, Func<Task<Finding>> examine)
    {
        var examining = examine();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        while (!examining.IsCompleted)
        {
            await line.WriteAsync(Encoding.Latin1.GetBytes(sentence));
            await timer.WaitForNextTickAsync();
        }

        return await examining;
    }

    /// <summary>Its timers fire, and it says that nothing has passed.</summary>
    private sealed class NoTimePasses : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }

    private sealed class Answering(int status, DateTimeOffset date) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status);
            answer.Headers.Date = date;
            return Task.FromResult(answer);
        }
    }
}
