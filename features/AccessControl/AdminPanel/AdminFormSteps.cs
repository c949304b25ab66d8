using System.Text;

namespace PairingLab.Features.AccessControl.AdminPanel;

/// <summary>Forms of the admin panel.</summary>
[Binding]
[Scope(Tag = "access-control")]
public sealed class AdminFormSteps(AdminPeople people)
{
    [Given(@"^([A-Z][a-z]+) has filled in$")]
    [When(@"^([A-Z][a-z]+) fills in$")]
    public async Task FillsIn(string name, Table table)
    {
        var page = await people.PageAsync(name);
        foreach (var row in table.Rows)
        {
            await page.FillAsync(row[0], row[1] == "(the password)" ? people.Password : row[1]);
        }
    }

    [When(@"^([A-Z][a-z]+) puts the file ""(.*)"" into the field ""(.*)""$")]
    public async Task PutsTheFile(string name, string file, string field) =>
        await (await people.PageAsync(name)).ChooseFileAsync(field, file, "text/plain", Encoding.UTF8.GetBytes($"This is {file}.\n"));

    [When(@"^([A-Z][a-z]+) puts a picture into the field ""(.*)""$")]
    public async Task PutsAPicture(string name, string field) =>
        await (await people.PageAsync(name))
            .ChooseFileAsync(field, "terms.pdf", "application/pdf", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00]);

    [Then(@"^([A-Z][a-z]+) is told at the field ""(.*)"": ""(.*)""$")]
    public async Task IsToldAt(string name, string field, string error) =>
        (await (await people.PageAsync(name)).ErrorAsync(field)).Trim().ShouldContain(error);

    [Then(@"^([A-Z][a-z]+) still has ""(.*)"" in the field ""(.*)""$")]
    public async Task StillHas(string name, string text, string field) =>
        (await (await people.PageAsync(name)).ValueAsync(field)).ShouldBe(text);

    [Then(@"^([A-Z][a-z]+) is told ""(.*)""$")]
    public async Task IsTold(string name, string text) => (await (await people.PageAsync(name)).AnnouncedAsync()).ShouldContain(text);

    [When(@"^the pairing code that ([A-Z][a-z]+) reads is entered on (macs-\d)$")]
    public async Task TheCodeIsEntered(string name, string device)
    {
        var code = await (await people.PageAsync(name)).OutputAsync("Pairing code");
        code.ShouldMatch("^[0-9]{8}$");
        people.Site.Bench.Witness.Secret(code);
        await (await people.Site.TerminalAsync(device)).PairAsync(code);
    }
}
