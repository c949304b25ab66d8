using Xunit.v3;

// Scenarios of a feature run in the order in which it tells them.
[assembly: TestMethodOrderer(typeof(UnorderedTestMethodOrderer))]
[assembly: TestCaseOrderer(typeof(UnorderedTestCaseOrderer))]
