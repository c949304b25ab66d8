using System.Reflection;
using PairingLab.Features.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestMethodOrderer(typeof(InFileOrder))]
[assembly: TestCaseOrderer(typeof(UnorderedTestCaseOrderer))]

namespace PairingLab.Features.Support;

/// <summary>
/// Scenarios of a feature run in the order in which it tells them. A runner that asks for some of them by name gives them in any order;
/// their methods were written into the class in the order of the file.
/// </summary>
public sealed class InFileOrder : ITestMethodOrderer
{
    /// <inheritdoc />
    public IReadOnlyCollection<TTestMethod?> OrderTestMethods<TTestMethod>(IReadOnlyCollection<TTestMethod?> testMethods)
        where TTestMethod : notnull, ITestMethod =>
        [.. testMethods.OrderBy(m => (m as IXunitTestMethod)?.Method is MethodInfo method ? method.MetadataToken : 0)];
}
