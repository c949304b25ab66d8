using PairingLab.Drivers.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>Rules about a POS without a pairing.</summary>
[Binding]
[Scope(Tag = "certification")]
public sealed class UnpairedSteps(PosesUnderTest poses)
{
    // A terminal may show it once in a million times.
    private const string NoCode = "000000";

    [Given("^the maker says that the POS shows pairing instructions$")]
    public Task SaysInstructions() => poses.DoAsync(s =>
    {
        Demands.Concern(s.Description.Has(PosPart.Instructions), "the POS shows no instructions; they are recommended, not demanded");
        return Task.CompletedTask;
    });

    [Given("^the maker says that the POS has a field for the pairing nickname$")]
    public Task SaysNickname() => poses.DoAsync(s =>
    {
        Demands.Concern(s.Description.Has(PosPart.Nickname), "the POS has no nickname field, and none is demanded");
        return Task.CompletedTask;
    });

    [Given("^the POS has no pairing, and its pairing section is open$")]
    public Task Unpaired() => poses.DoAsync(s => s.UnpairedAsync());

    [When("^the network between the POS and SCI breaks$")]
    public Task NetworkBreaks() => poses.DoAsync(s =>
    {
        s.Journal.Note("break the network between POS and SCI");
        s.Site.BreakNetwork(true);
        return Task.CompletedTask;
    });

    [When("^a pairing code that no terminal shows is entered$")]
    public Task EnterWrongCode() => EnterWrongCode(null);

    [When("^a pairing code that no terminal shows is entered with the nickname \"(.*)\"$")]
    public Task EnterWrongCode(string? nickname) => poses.DoAsync(s => s.ActAsync(
        () => s.Acts.SendCodeAsync(NoCode, nickname),
        after: PosPosition.Unpaired));

    [Then("^the pairing service has answered the POS 404$")]
    public Task Answered404() => poses.DoAsync(async s => Demands.Ground(
        await s.Acts.HeardAsync("POST", "/v1/progress-pairing") is { Status: 404 },
        "the POS did not call POST /v1/progress-pairing with the code that was entered"));

    [Then("^the POS has sent \"(.*)\" as pairing_nickname$")]
    public Task SentNickname(string nickname) => poses.DoAsync(async s =>
    {
        var heard = await s.Acts.HeardAsync("POST", "/v1/progress-pairing");
        Demands.Ground(heard is not null, "the POS did not call POST /v1/progress-pairing");
        Demands.Rule(
            heard.Body?.Contains($"\"{nickname}\"", StringComparison.Ordinal) == true,
            "what is typed into the nickname field is not sent as pairing_nickname");
    });

    [Then("^the POS shows its message for a connectivity failure$")]
    public Task ShowsConnectivityFailure() => poses.DoAsync(async s =>
    {
        var text = s.Description.Texts.ConnectivityFailure;
        Demands.Rule(await s.AppearsAsync(text), $"\"{text}\" is not shown, or was before the network broke");

        // A POS may go on trying for a while.
        s.Position = PosPosition.Unknown;
        Demands.Person(
            text == new PosTexts().ConnectivityFailure,
            $"“{text}” came, in words of the POS's own: a person must say whether a merchant understands it");
    });
}
