using System.Diagnostics;
using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PairingLab.Reports;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Traces;

/// <summary>
/// A run as an OpenTelemetry trace, made of its evidence when it is over, secrets masked: run, scenario (each attempt), step, request.
/// Sent where the variables of OpenTelemetry say (OTEL_EXPORTER_OTLP_ENDPOINT, _PROTOCOL, _HEADERS); nothing is sent without them.
/// </summary>
internal sealed class RunTrace : IDisposable
{
    // https://opentelemetry.io/docs/specs/otel/protocol/exporter/
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string SourceName = "PairingLab";

    // All spans of a run are made at once; the usual queue of 2,048 would drop most of them.
    private const int Queue = 1_000_000;
    private const int Batch = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ActivitySource source = new(SourceName);

    private RunTrace()
    {
    }

    /// <summary>Sends a run. What went wrong, null when nothing did or no endpoint is set.</summary>
    public static string? Send(RunReading reading)
    {
        if (new[] { Endpoint, TracesEndpoint }.All(v => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(v))))
        {
            return null;
        }

        using var provider = Sdk.CreateTracerProviderBuilder()
            .SetSampler(new AlwaysOnSampler())
            .AddSource(SourceName)
            .ConfigureResource(r => r.AddService("pairinglab", serviceVersion: reading.Run.ToolVersion))
            .AddOtlpExporter(otlp =>
            {
                otlp.ExportProcessorType = ExportProcessorType.Batch;
                otlp.BatchExportProcessorOptions = new() { MaxQueueSize = Queue, MaxExportBatchSize = Batch };
            })
            .Build();
        using var trace = new RunTrace();
        trace.Run(reading);
        return provider.ForceFlush((int)Patience.TotalMilliseconds)
            ? null
            : $"the trace of the run was not taken by {Environment.GetEnvironmentVariable(Endpoint)}";
    }

    /// <inheritdoc />
    public void Dispose() => source.Dispose();

    private void Run(RunReading reading)
    {
        var run = reading.Run;
        var end = run.Finished ?? reading.Scenarios.Select(s => s.Evidence.Finished).DefaultIfEmpty(run.Started).Max();
        using var span = Begin($"run {run.Id}", default, run.Started);
        span.SetTag("pairinglab.bench", run.Bench);
        span.SetTag("pairinglab.through", run.Through);
        span.SetTag("pairinglab.seed", run.Seed);
        span.SetTag("test.suite.run.status", reading.Summary.Verdict == Outcome.Passed ? "success" : "failure");
        Judge(span, reading.Summary.Verdict, null);
        foreach (var scenario in reading.Scenarios)
        {
            Scenario(scenario.Evidence, span.Context);
        }

        span.SetEndTime(end.UtcDateTime);
    }

    private void Scenario(ScenarioEvidence scenario, ActivityContext run)
    {
        using var span = Begin(scenario.Name, run, scenario.Started);
        span.SetTag("test.suite.name", scenario.Feature);
        span.SetTag("test.case.name", scenario.FullName);
        span.SetTag("test.case.result.status", scenario.Outcome switch
        {
            Outcome.Passed => "pass",
            Outcome.Skipped => "skip",
            _ => "fail",
        });
        span.SetTag("code.file.path", scenario.FeaturePath);
        span.SetTag("code.line.number", scenario.Line);
        span.SetTag("pairinglab.attempt", scenario.Attempt);
        span.SetTag("pairinglab.tags", scenario.Tags.ToArray());
        Judge(span, scenario.Outcome, scenario.Error?.Message ?? scenario.Reason);
        foreach (var step in scenario.Steps.Where(s => s.Started is not null))
        {
            Step(step, span.Context);
        }

        foreach (var exchange in scenario.Around.OfType<ExchangeSeen>())
        {
            Request(exchange, span.Context);
        }

        span.SetEndTime(scenario.Finished.UtcDateTime);
    }

    private void Step(StepEvidence step, ActivityContext scenario)
    {
        using var span = Begin($"{step.Keyword} {step.Text}", scenario, step.Started!.Value);
        if (step.Outcome is StepOutcome.Failed or StepOutcome.Undefined)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }

        foreach (var exchange in step.Seen.OfType<ExchangeSeen>())
        {
            Request(exchange, span.Context);
        }

        span.SetEndTime(step.Started.Value.UtcDateTime.AddMilliseconds(step.WallMs));
    }

    private void Request(ExchangeSeen exchange, ActivityContext step)
    {
        // Seen when it was over.
        using var span = Begin(exchange.Method, step, exchange.Wall.AddMilliseconds(-exchange.WallMs), ActivityKind.Client);
        span.SetTag("http.request.method", exchange.Method);
        span.SetTag("url.full", exchange.Url);
        span.SetTag("http.response.status_code", exchange.Status);
        span.SetTag("pairinglab.from", exchange.From);
        span.SetTag("pairinglab.to", exchange.To);
        span.SetEndTime(exchange.Wall.UtcDateTime);
    }

    private Activity Begin(string name, ActivityContext parent, DateTimeOffset at, ActivityKind kind = ActivityKind.Internal)
    {
        // Whatever runs around this is no part of the trace.
        Activity.Current = null;
        return source.StartActivity(name, kind, parent, startTime: at)
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"nobody listens to {SourceName}"));
    }

    private static void Judge(Activity span, Outcome outcome, string? message) => span.SetStatus(
        outcome is Outcome.Failed or Outcome.Error ? ActivityStatusCode.Error : ActivityStatusCode.Ok,
        outcome is Outcome.Failed or Outcome.Error ? message : null);
}
