using PairingLab.Drivers.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>What the POS must show and have.</summary>
[Binding]
[Scope(Tag = "certification")]
public sealed class ScreenSteps(PosesUnderTest poses)
{
    [Then("^the POS shows \"([^\"]*)\"$")]
    public Task Shows(string text) => ShowsAsync(s => text, $"\"{text}\"");

    [Then("^the POS shows \"(.*)\", which it did not before$")]
    public Task Answers(string text) => AppearsAsync(s => text, $"\"{text}\"");

    [Then("^the POS shows its success message$")]
    public Task ShowsSuccess() => AppearsAsync(s => s.Pairing.Names.In(s.Description.Texts.Success)!, "the success message");

    [Then("^the POS shows the confirmation code$")]
    public Task ShowsConfirmationCode() =>
        ShowsAsync(s => s.Pairing.ConfirmationCode, "the confirmation code, which the terminal shows too,");

    [Then("^the POS shows the pairing nickname$")]
    public Task ShowsNickname() => poses.DoAsync(async s => Demands.Rule(
        s.Pairing.SentNickname is null || await s.Pos.ShowsAsync(s.Pairing.Names.Nickname),
        $"the pairing nickname {s.Pairing.Names.Nickname} is not shown"));

    [Then("^the POS shows the pairing id$")]
    public Task ShowsId() => ShowsAsync(s => s.Pairing.Names.PairingId, "the pairing id");

    [Then("^the POS shows the TID$")]
    public Task ShowsTid() => ShowsAsync(s => s.Pairing.Names.Tid, "the TID");

    [Then("^the POS shows the terminal nickname$")]
    public Task ShowsTerminal() => ShowsAsync(s => s.Pairing.TerminalNickname, "the terminal nickname");

    [Then("^the POS shows the SCI logo$")]
    public Task HasLogo() => HasAsync(PosPart.Logo, "the SCI logo is not shown in the pairing section");

    [Then("^the POS has a field for the pairing code(?: again)?$")]
    public Task HasCodeField() => HasAsync(PosPart.Code, "there is no input field for the pairing code");

    [Then("^the POS has a field for the pairing nickname$")]
    public Task HasNicknameField() => HasAsync(PosPart.Nickname, "there is no input field for the pairing nickname");

    [Then("^the POS shows how to initiate pairing from the terminal$")]
    public Task HasInstructions() => HasAsync(PosPart.Instructions, "no instructions how to initiate pairing from the terminal are shown");

    [Then("^the POS has a Cancel button$")]
    public Task HasCancel() => HasAsync(PosPart.Cancel, "there is no Cancel button while the pairing is being made");

    [Then("^the POS has a test button$")]
    public Task HasTest() => HasAsync(PosPart.Test, "there is no test button");

    [Then("^the POS has an Unpair button for each pairing$")]
    public Task HasUnpair() => poses.DoAsync(async s =>
    {
        foreach (var pairing in s.Pairings)
        {
            Demands.Rule(await s.Pos.HasAsync(PosPart.Unpair, pairing.Names), $"there is no Unpair button for {pairing.Names.Nickname}");
        }
    });

    [Given("^every screen of the POS has been looked at, unpaired and paired$")]
    public Task LookedAt() => poses.DoAsync(async s =>
    {
        await s.UnpairedAsync();
        await s.LookAsync();
        await s.UnderWayAsync();
        await s.LookAsync();
        await s.JustPairedAsync();
        await s.LookAsync();
        await s.OpenSaleAsync();
        await s.LookAsync();
    });

    [Then("^the POS has shown neither an API key nor a signing secret, and has let none be edited$")]
    public Task NoSecrets() => poses.DoAsync(async s =>
    {
        var shown = await s.Pos.ShowsSecretAsync(s.Journal.Secrets);
        s.Journal.Note($"{s.Journal.Looked} screens were searched: texts, fields, attributes, frames, what the browser gets and sends");
        Demands.Rule(
            !shown && s.Journal.Places.Count == 0,
            "an API key or a signing secret can be seen, edited or read out in the browser"
            + (s.Journal.Places.Count == 0 ? "" : $": {string.Join(", ", s.Journal.Places)}"));
    });

    private Task AppearsAsync(Func<Fixture, string> text, string what) => poses.DoAsync(async s => Demands.Rule(
        await s.AppearsAsync(text(s)), $"{what} is not shown, or was before"));

    private Task ShowsAsync(Func<Fixture, string> text, string what) =>
        poses.DoAsync(async s => Demands.Rule(await s.Pos.ShowsAsync(text(s)), $"{what} is not shown"));

    private Task HasAsync(PosPart part, string otherwise) =>
        poses.DoAsync(async s => Demands.Rule(await s.Pos.HasAsync(part), otherwise));
}
