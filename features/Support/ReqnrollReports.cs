using Io.Cucumber.Messages.Types;
using PairingLab.Features.Support;
using PairingLab.Reports.Evidence;
using Reqnroll.Formatters;
using Reqnroll.Formatters.PubSub;
using Reqnroll.Plugins;
using Reqnroll.UnitTestProvider;

[assembly: RuntimePlugin(typeof(ReqnrollReports))]

namespace PairingLab.Features.Support;

/// <summary>
/// Reqnroll's own formatters write beside our reports, its HTML report and its Cucumber Messages, unless the environment says
/// otherwise. They get no secret: an error's text may hold one.
/// </summary>
public sealed class ReqnrollReports : IRuntimePlugin
{
    /// <inheritdoc />
    public void Initialize(
        RuntimePluginEvents runtimePluginEvents,
        RuntimePluginParameters runtimePluginParameters,
        UnitTestProviderConfiguration unitTestProviderConfiguration)
    {
        if (RunSettings.Current.IsDry)
        {
            return;
        }

        WriteTo("HTML", "reqnroll-report.html");
        WriteTo("MESSAGE", "reqnroll-messages.ndjson");
        runtimePluginEvents.RegisterGlobalDependencies += (_, e) => e.ObjectContainer.RegisterFactoryAs<ICucumberMessageBroker>(
            container => new MaskingBroker(container.Resolve<CucumberMessageBroker>(), FeatureRun.Secrets));
    }

    private static void WriteTo(string formatter, string file)
    {
        var variable = $"REQNROLL_FORMATTERS_{formatter}";
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)))
        {
            Environment.SetEnvironmentVariable(variable, $"outputFilePath={Path.Combine(RunSettings.Current.Folder, file)}");
        }
    }
}

/// <summary>Hands messages on to Reqnroll's formatters, without the secrets of the run in what a test said.</summary>
internal sealed class MaskingBroker(ICucumberMessageBroker inner, SecretMask secrets) : ICucumberMessageBroker
{
    /// <inheritdoc />
    public bool IsEnabled => inner.IsEnabled;

    /// <inheritdoc />
    public void Initialize() => inner.Initialize();

    /// <inheritdoc />
    public void FormatterInitialized(ICucumberMessageFormatter formatterSink, bool enabled) =>
        inner.FormatterInitialized(formatterSink, enabled);

    /// <inheritdoc />
    public Task PublishAsync(Envelope message) => inner.PublishAsync(message switch
    {
        { TestStepFinished: { } step } =>
            Envelope.Create(new TestStepFinished(step.TestCaseStartedId, step.TestStepId, Masked(step.TestStepResult), step.Timestamp)),
        { TestRunHookFinished: { } hook } =>
            Envelope.Create(new TestRunHookFinished(hook.TestRunHookStartedId, Masked(hook.Result), hook.Timestamp)),
        { Attachment: { ContentEncoding: AttachmentContentEncoding.IDENTITY } said } => Envelope.Create(new Attachment(
            secrets.Apply(said.Body), said.ContentEncoding, said.FileName, said.MediaType, said.Source, said.TestCaseStartedId,
            said.TestStepId, said.Url, said.TestRunStartedId, said.TestRunHookStartedId, said.Timestamp)),
        _ => message,
    });

    private TestStepResult Masked(TestStepResult result) => new(
        result.Duration,
        result.Message is { } text ? secrets.Apply(text) : null,
        result.Status,
        result.Exception is { } e
            ? new(e.Type, e.Message is { } why ? secrets.Apply(why) : null, e.StackTrace is { } stack ? secrets.Apply(stack) : null)
            : null);
}
