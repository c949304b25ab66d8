namespace PairingLab.Features.AccessControl.AdminPanel;

/// <summary>Accounts, signing in and out, and the consent at the first sign-in.</summary>
[Binding]
[Scope(Tag = "access-control")]
public sealed class AdminSignInSteps(AdminPeople people)
{
    [Given(@"^([A-Z][a-z]+), an? (Admin|User|Service Provider|Issuer|Call Center), is signed in$")]
    public async Task IsSignedIn(string name, string role)
    {
        await people.AddAsync(name, role);
        await people.SignInAsync(name);
        await IsIn(name);
    }

    [Given(@"^([A-Z][a-z]+), an? (Admin|User|Service Provider|Issuer|Call Center), has an account$")]
    public Task HasAnAccount(string name, string role) => people.AddAsync(name, role);

    [Given(@"^([A-Z][a-z]+), an? (Admin|User|Service Provider|Issuer|Call Center), has a new account$")]
    public Task HasANewAccount(string name, string role) => people.AddAsync(name, role, consented: false);

    [When(@"^([A-Z][a-z]+) signs in$")]
    [When(@"^([A-Z][a-z]+) tries to sign in$")]
    public Task SignsIn(string name) => people.SignInAsync(name);

    [When(@"^([A-Z][a-z]+) signs in with ""(.*)""$")]
    public Task SignsInWith(string name, string password) => people.SignInAsync(name, password);

    [Given(@"^([A-Z][a-z]+) has typed a wrong password (\d+) times?$")]
    [When(@"^([A-Z][a-z]+) types a wrong password (\d+) times?$")]
    public async Task WrongPassword(string name, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await people.SignInAsync(name, "not the password");
        }
    }

    [Given(@"^([A-Z][a-z]+) has no mouse$")]
    public async Task HasNoMouse(string name) => (await people.PageAsync(name)).TakeTheMouseAway();

    [When(@"^([A-Z][a-z]+) signs out$")]
    public async Task SignsOut(string name) => await (await people.PageAsync(name)).ChooseAsync("Sign out");

    [Then(@"^([A-Z][a-z]+) is in the admin panel$")]
    public async Task IsIn(string name)
    {
        var page = await people.PageAsync(name);
        (await page.OffersAsync("Sign out")).ShouldBeTrue($"{name} sees: {await page.TextAsync()}");
    }

    [Then(@"^([A-Z][a-z]+) is asked to sign in$")]
    public async Task IsAsked(string name) => (await (await people.PageAsync(name)).TitleAsync()).ShouldBe("Sign in");

    [Then(@"^([A-Z][a-z]+) is not let in$")]
    public async Task IsNotLetIn(string name)
    {
        var page = await people.PageAsync(name);
        (await page.TitleAsync()).ShouldBe("Sign in");
        (await page.AnnouncedAsync()).ShouldContain("The e-mail address or the password is wrong.");
    }
}
