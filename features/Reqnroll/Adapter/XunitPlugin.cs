using PairingLab.ReqnrollAdapter;
using Reqnroll;
using Reqnroll.BoDi;
using Reqnroll.Infrastructure;
using Reqnroll.Plugins;
using Reqnroll.Tracing;
using Reqnroll.UnitTestProvider;
using Xunit;
using Xunit.Sdk;

[assembly: RuntimePlugin(typeof(XunitPlugin))]

namespace PairingLab.ReqnrollAdapter;

/// <summary>Tells Reqnroll how xUnit.net v3 skips and fails a test, and where a test's output goes.</summary>
public sealed class XunitPlugin : IRuntimePlugin
{
    private const string Name = "xunit3";

    /// <inheritdoc />
    public void Initialize(
        RuntimePluginEvents runtimePluginEvents,
        RuntimePluginParameters runtimePluginParameters,
        UnitTestProviderConfiguration unitTestProviderConfiguration)
    {
        unitTestProviderConfiguration.UseUnitTestProvider(Name);
        runtimePluginEvents.RegisterGlobalDependencies += (_, e) =>
            e.ObjectContainer.RegisterTypeAs<XunitOutcomes, IUnitTestRuntimeProvider>(Name);
        runtimePluginEvents.CustomizeTestThreadDependencies += (_, e) =>
        {
            e.ObjectContainer.RegisterTypeAs<TestOutputListener, ITraceListener>();
            e.ObjectContainer.RegisterTypeAs<ReqnrollAttachmentHandler, IReqnrollAttachmentHandler>();
        };
    }
}

/// <summary>How a scenario ends that neither passed nor failed.</summary>
internal sealed class XunitOutcomes : IUnitTestRuntimeProvider
{
    /// <inheritdoc />
    public void TestPending(string message) => throw new XunitException($"Test pending: {message}");

    /// <inheritdoc />
    public void TestInconclusive(string message) => throw new XunitException($"Test inconclusive: {message}");

    /// <inheritdoc />
    public void TestIgnore(string message) => Assert.Skip(message);

    /// <inheritdoc />
    public ScenarioExecutionStatus? DetectExecutionStatus(Exception exception) =>
        exception is SkipException ? ScenarioExecutionStatus.Skipped : null;
}

/// <summary>Writes the trace of a scenario's steps to the output of its test.</summary>
internal sealed class TestOutputListener(ITraceListenerQueue queue, IObjectContainer container) : AsyncTraceListener(queue, container)
{
    private readonly IObjectContainer container = container;

    /// <inheritdoc />
    public override void WriteTestOutput(string message)
    {
        if (Output is { } output)
        {
            output.WriteLine(message);
        }
        else
        {
            base.WriteTestOutput(message);
        }
    }

    /// <inheritdoc />
    public override void WriteToolOutput(string message)
    {
        if (Output is { } output)
        {
            output.WriteLine($"-> {message}");
        }
        else
        {
            base.WriteToolOutput(message);
        }
    }

    private ITestOutputHelper? Output =>
        container.Resolve<IContextManager>().ScenarioContext?.ScenarioContainer is { } scenario
        && scenario.IsRegistered<ITestOutputHelper>()
            ? scenario.Resolve<ITestOutputHelper>()
            : null;
}
