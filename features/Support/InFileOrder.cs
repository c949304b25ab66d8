using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestCaseOrderer("PairingLab.Features.Support.InFileOrder", "PairingLab.Features")]

namespace PairingLab.Features.Support;

/// <summary>Scenarios of a feature run in the order in which it tells them, as both engines generate their methods.</summary>
public sealed class InFileOrder : ITestCaseOrderer
{
    /// <inheritdoc />
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase => testCases.OrderBy(c => c.TestMethod.Method.ToRuntimeMethod().MetadataToken);
}
