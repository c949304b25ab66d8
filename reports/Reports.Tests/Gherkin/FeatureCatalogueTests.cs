using PairingLab.Reports.Gherkin;

namespace PairingLab.Reports.Tests.Gherkin;

/// <summary>All features of a folder.</summary>
public class FeatureCatalogueTests
{
    private static readonly FeatureCatalogue Catalogue =
        FeatureCatalogue.Read(new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "Gherkin", "Samples")));

    [Fact]
    public void Features_tags_and_pickles()
    {
        Catalogue.Features.Select(f => f.Path).ShouldBe(
            ["ability.feature", "everything.feature", "german.feature", "minimal.feature", "unicode.feature", "windows.feature"]);
        Catalogue.Pickles.Count.ShouldBe(16);
        Catalogue.Tags.ShouldBe(Catalogue.Tags.Order(StringComparer.Ordinal));
        Catalogue.Tags.ShouldContain("@tagged");
    }

    [Theory]
    [InlineData("Entering 12 as a clerk costs $$1")]
    [InlineData("Entering <code> as <who> costs $<cost>")]
    public void A_pickle_is_found_by_either_title(string title)
    {
        var arguments = new Dictionary<string, string> { ["code"] = "12", ["who"] = "a clerk", ["cost"] = "$1", ["type"] = "text" };
        var pickle = Catalogue.Find("Everything that Gherkin has", title, arguments).ShouldNotBeNull();
        pickle.Name.ShouldBe("Entering 12 as a clerk costs $$1");
        pickle.Row.ShouldNotBeNull();
    }

    [Fact]
    public void An_unknown_title_finds_nothing() =>
        Catalogue.Find("Everything that Gherkin has", "none", new Dictionary<string, string>()).ShouldBeNull();
}
