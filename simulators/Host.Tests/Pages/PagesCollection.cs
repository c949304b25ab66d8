namespace PairingLab.Host.Tests.Pages;

/// <summary>The tests that share the one browser.</summary>
[CollectionDefinition(Name)]
public sealed class PagesCollection : ICollectionFixture<RunningBrowser>
{
    public const string Name = "pages";
}
