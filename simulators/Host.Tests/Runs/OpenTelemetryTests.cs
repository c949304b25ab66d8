using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Runs;

/// <summary>A real run, whose trace a real listener takes.</summary>
public sealed class OpenTelemetryTests : IDisposable
{
    private static readonly string[] Rows = ["run", "--no-build", "--seed", "7", "--name", "OTP is retrieved .* after .Pair POS"];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_is_a_trace_of_scenarios_steps_and_requests()
    {
        await using var listener = await OtlpListener.StartAsync();
        var said = await RunAsync(listener.Address);

        said.ShouldNotContain("the trace of the run");
        var spans = listener.Spans;
        var run = spans.Single(s => s.Parent.Length == 0);
        run.Name.ShouldStartWith("run 2");
        spans.ShouldAllBe(s => s.Trace == run.Trace && s.End >= s.Start);
        var scenarios = spans.Where(s => s.Parent == run.Id).ToList();
        scenarios.Count.ShouldBe(3);
        scenarios.ShouldAllBe(s => s.Start >= run.Start && s.End <= run.End);
        var steps = spans.Where(s => scenarios.Exists(c => c.Id == s.Parent)).ToList();
        steps.Select(s => s.Name).ShouldContain(n => n.StartsWith("Given ", StringComparison.Ordinal));
        var requests = spans.Where(s => steps.Exists(c => c.Id == s.Parent)).ToList();
        requests.Select(r => r.Name).ShouldContain("POST");
        spans.Count.ShouldBe(1 + scenarios.Count + steps.Count + requests.Count);
    }

    [Fact]
    public async Task A_listener_that_is_not_there_is_told_and_fails_no_run() =>
        (await RunAsync("http://127.0.0.1:1")).ShouldContain("3 passed");

    private async Task<string> RunAsync(string endpoint)
    {
        await using var run = LabProcess.StartWith(
            [
                ("PAIRINGLAB_REPORTS", folder.Path), ("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ],
            Rows);
        (await run.EndAsync()).ShouldBe(0, run.Output);
        return run.Output;
    }
}
