using System.Text.Json;
using PairingLab.Drivers.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>Forms of the Action Framework.</summary>
[Binding]
[Scope(Tag = "certification")]
public sealed class FormSteps(PosesUnderTest poses)
{
    private const string Typed = "Table 7";

    [Given("^the terminal brings a form with every kind of element$")]
    public Task BringsForm() => poses.DoAsync(s => s.ChooseAsync("Outcomes", "Play form"));

    [Then("^the POS shows every element of the form$")]
    public Task ShowsForm() => poses.DoAsync(async s =>
    {
        await s.StartedAsync(SaleSteps.Transactions);
        Demands.Rule(await s.IsToldAsync("AWAITING_POS"), "the POS did not ask SCI how the transaction goes on");
        foreach (var element in s.News.Form)
        {
            var names = PairingNames.Of(element.Label);
            var (what, shown) = element.Kind switch
            {
                ElementKind.Text => ($"text “{element.Value}”", s.Pos.ShowsAsync(element.Value!)),
                ElementKind.Input => ($"field “{element.Label}”", s.Pos.HasAsync(PosPart.FormInput, names)),
                ElementKind.Image => ($"picture “{element.Label}”", s.Pos.HasAsync(PosPart.FormImage, names)),
                _ => ($"button “{element.Label}”", s.Pos.HasAsync(PosPart.FormButton, names)),
            };
            Demands.Rule(await shown, $"the {what} of the form is not shown");
        }
    });

    [When("^the first field of the form is filled in, and the form is sent$")]
    public Task Sends() => poses.DoAsync(async s =>
    {
        var form = s.News;
        s.Journal.Note($"type “{Typed}” into “{form.Of(ElementKind.Input).First().Label}”, and press “{Submit(form).Label}”");
        await s.Acts.FillAsync(form.Of(ElementKind.Input).First().Label, Typed);
        sent[s] = form;
        await s.ActAsync(() => s.Acts.PressAsync(Submit(form).Label), after: PosPosition.Unknown);
    });

    [Then("^the POS has sent every field by its name, the untouched one too$")]
    public Task HasSent() => poses.DoAsync(async s =>
    {
        var form = sent[s];
        var heard = await s.Acts.HeardAsync("POST", Submit(form).Value!, s.Pairing);
        Demands.Rule(heard is not null, $"“{Submit(form).Label}” did not post to its submit_url");
        using var body = JsonDocument.Parse(heard.Body is { Length: > 0 } text ? text : "{}");
        var expected = form.Of(ElementKind.Input).Select((input, i) => (Name: input.Value!, Text: i == 0 ? Typed : ""));
        foreach (var (name, typed) in expected)
        {
            Demands.Rule(
                body.RootElement.TryGetProperty(name, out var got) && got.ValueKind == JsonValueKind.String && got.GetString() == typed,
                $"the POS should send {name} as \"{typed}\", and sends: {heard.Body}");
        }
    });

    private readonly Dictionary<Fixture, SaleNews> sent = [];

    private static SaleElement Submit(SaleNews form) => form.Of(ElementKind.Submit).First();
}
