using PairingLab.Drivers.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>A customer's signature, judged on the POS or on the terminal.</summary>
[Binding]
[Scope(Tag = "certification")]
public sealed class SignatureSteps(PosesUnderTest poses)
{
    private const string Flag = "verify_signature_on_terminal";
    private const string Accept = "Accept signature";

    [Given("^the maker declares signatures on the (POS|terminal)$")]
    public Task Declares(string where) => poses.DoAsync(s =>
    {
        var at = where == "POS" ? PosSignature.Pos : PosSignature.Terminal;
        Demands.Concern(s.Capabilities.Signatures.Contains(at), $"the maker does not declare signatures on the {where}");
        return Task.CompletedTask;
    });

    [Given("^signatures are judged on the terminal$")]
    public Task JudgedOnTerminal() => poses.DoAsync(s => s.SignOnTerminalAsync());

    [When("^the customer signs$")]
    public Task Sign() => poses.DoAsync(async s =>
    {
        var heard = await s.StartedAsync(SaleSteps.Transactions);
        Demands.Concern(s.SignsOnTerminal || !SaleSteps.IsSet(heard, Flag), "the POS has signatures judged on the terminal");
        await s.PressOnTerminalAsync("Signature");
    });

    [Then("^the POS offers to accept and to reject the signature$")]
    public Task OffersSignature() => poses.DoAsync(async s =>
    {
        Demands.Rule(
            await s.IsToldAsync("AWAITING_POS"), "the POS did not ask SCI how the transaction goes on");
        Demands.Rule(
            await s.Pos.HasAsync(PosPart.FormButton, PairingNames.Of(Accept))
            && await s.Pos.HasAsync(PosPart.FormButton, PairingNames.Of("Reject signature")),
            "the POS does not show the buttons of the form");
    });

    [When("^the signature is accepted on the POS$")]
    public Task AcceptOnPos() => poses.DoAsync(s => s.ActAsync(() => s.Acts.PressAsync(Accept), after: PosPosition.Unknown));

    [When("^the signature is accepted on the terminal$")]
    public Task AcceptOnTerminal() => poses.DoAsync(s => s.PressOnTerminalAsync(Accept));

    [Then("^the POS has asked for verify_signature_on_terminal$")]
    public Task AskedTerminal() => poses.DoAsync(async s => Demands.Rule(
        SaleSteps.IsSet(await s.StartedAsync(SaleSteps.Transactions), Flag), $"the POS should ask with {Flag}, and does not"));
}
