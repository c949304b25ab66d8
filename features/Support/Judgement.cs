using PairingLab.Drivers.Operator;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Serial;
using PairingLab.Features.Support.Certification;
using PairingLab.Reports.Evidence;
using Xunit.Sdk;

namespace PairingLab.Features.Support;

/// <summary>Whose fault it is: Failed when the product is wrong, Error when the lab is.</summary>
public static class Judgement
{
    /// <summary>The outcome of a scenario that ended with this error, or none.</summary>
    public static Outcome Of(Exception? error, ScenarioExecutionStatus status) => error switch
    {
        null => status == ScenarioExecutionStatus.OK ? Outcome.Passed : Outcome.Error,
        SkipException or NotApplicableException => Outcome.Skipped,
        DisplayUnreadableException { IsLineFault: true } => Outcome.Error,
        ShouldAssertException or PanelTimeoutException or PanelRefusedException
            or DisplayUnreadableException or RuleFailedException => Outcome.Failed,
        _ => Outcome.Error,
    };
}
