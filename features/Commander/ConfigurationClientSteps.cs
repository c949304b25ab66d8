using System.Text.RegularExpressions;
using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.Commander;

/// <summary>Steps at a Configuration Client.</summary>
[Binding]
public sealed class ConfigurationClientSteps(CommanderSite site)
{
    [Given(@"^the (manager|cashier) is signed in$")]
    [When(@"^the (manager|cashier) signs in$")]
    [Needs(Need.Device, "config-1")]
    public Task SignIn(string user) => site.SignInAsync(user);

    [Given(@"^the (manager|cashier) is signed in at (config-\d)$")]
    public Task SignInAt(string user, string client) => site.SignInAsync(user, client);

    [When(@"^""(.*)"" signs in with the password ""(.*)""$")]
    [Needs(Need.Device, "config-1")]
    public async Task SignInWith(string user, string password) => await (await site.ClientAsync()).SignInAsync(user, password);

    [When(@"^a wrong password is given (\d+) times$")]
    [Needs(Need.Device, "config-1")]
    public async Task WrongPasswords(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await site.MarkAsync("the last wrong password");
            await (await site.ClientAsync()).SignInAsync("manager", "not the password");
            await (await site.ClientAsync()).DoAsync("Ok");
        }
    }

    [When(@"^(config-\d) navigates to Security > Site Security$")]
    public async Task GoToSiteSecurity(string client) => await (await site.ClientAsync(client)).GoToSiteSecurityAsync();

    [When(@"^(config-\d) navigates to Security > Manage Users$")]
    public async Task GoToManageUsers(string id)
    {
        var panel = await site.Bench.PanelAsync(id);
        await panel.PressWhenOfferedAsync("Security");
        await panel.PressWhenOfferedAsync("Manage Users");
    }

    [Given(@"^the manager has opened Manage Users$")]
    [Needs(Need.Device, "commander-1", "config-1")]
    public async Task ManageUsersIsOpen()
    {
        var client = await site.SignInAsync("manager");
        await GoToManageUsers("config-1");
        await client.Panel.WaitUntilTitledAsync("One-Time Password");
        await client.GenerateSiteOtpAsync();
        await client.EnterSiteOtpAsync(await client.ReadSiteOtpAsync());
        await client.Panel.WaitUntilTitledAsync("Manage Users");
    }

    [When(@"^the cashier opens Site Security at (config-\d)$")]
    [Needs(Need.Device, "commander-1")]
    public async Task CashierOpens(string id) => await (await site.SignInAsync("cashier", id)).OpenSiteSecurityAsync();

    [When(@"^the (manager|cashier) signs in again at (config-\d)$")]
    public Task SignInAgain(string user, string client) => site.SignInAsync(user, client);

    [Given(@"^an OTP has been generated$")]
    [When(@"^an OTP is generated$")]
    [Needs(Need.Device, "commander-1", "config-1")]
    public Task Generate() => GenerateAt("config-1");

    [Given(@"^an OTP has been generated at (config-\d)$")]
    [When(@"^an OTP is generated at (config-\d)$")]
    [Needs(Need.Device, "commander-1")]
    public async Task GenerateAt(string id)
    {
        var client = await site.ClientAsync(id);
        if (await client.WhereAsync() == ConfigurationClient.AtSignIn)
        {
            await site.SignInAsync("manager", id);
        }

        if (!await client.Panel.ShowsAsync(p => p.Field("OTP") is not null, "the One-Time Password dialog box"))
        {
            await client.GoToSiteSecurityAsync();
        }

        await site.MarkAsync("[Generate OTP]");
        await client.GenerateSiteOtpAsync();
    }

    [Given(@"^the OTP has been read from the status display$")]
    [When(@"^the OTP is read from the status display$")]
    [Needs(Need.Device, "commander-1")]
    public async Task ReadOtp() => await (await site.ClientAsync()).ReadSiteOtpAsync();

    [When(@"^the OTP that was read is entered$")]
    public Task EnterReadOtp() => EnterReadOtpAt("config-1");

    [When(@"^the OTP that was read is entered at (config-\d)$")]
    public async Task EnterReadOtpAt(string client) =>
        await (await site.ClientAsync(client)).EnterSiteOtpAsync((await site.ClientAsync()).SiteOtp!);

    [When(@"^a wrong OTP is entered at the Configuration Client$")]
    public async Task EnterWrongOtp()
    {
        var right = (await site.ClientAsync()).SiteOtp!;
        await (await site.ClientAsync()).EnterSiteOtpAsync(right[..3] + (right[3] == '0' ? '1' : '0'));
    }

    [When(@"^a wrong OTP is entered at the Configuration Client (\d+) times$")]
    public async Task EnterWrongOtps(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await site.MarkAsync("the last wrong OTP");
            await EnterWrongOtp();
            if (i < times - 1)
            {
                await (await site.ClientAsync()).DoAsync("Ok");
            }
        }
    }

    [When(@"^\[(.*)\] is pressed on (config-\d)$")]
    public async Task Press(string button, string id)
    {
        var client = await site.ClientAsync(id);
        await client.Panel.SettleAsync(p => p.Button(button) is { Enabled: true }, $"the button [{button}]");
        await site.MarkAsync($"[{button}]");
        await client.DoAsync(button);
    }

    [When(@"^\[(.*)\] is pressed on (config-\d) and nobody answers yet$")]
    [When(@"^\[(.*)\] is pressed on (config-\d) and watched$")]
    public async Task PressInVain(string button, string id) => await (await site.Bench.PanelAsync(id)).PressWhenOfferedAsync(button);

    [When(@"^""(.*)"" is typed as the OTP on (config-\d)$")]
    public async Task TypeOtp(string text, string id)
    {
        var panel = await site.Bench.PanelAsync(id);
        await panel.SettleAsync(p => p.Field("OTP") is not null, "the One-Time Password dialog box");
        await panel.EnterAsync("OTP", text);
    }

    [When(@"^\[Retrieve Pairing OTP\] is tried on (config-\d)$")]
    public async Task TryRetrieve(string id) => await (await site.ClientAsync(id)).TryRetrievePairingOtpAsync();

    [When(@"^the manager revokes all trust$")]
    [Needs(Need.Device, "commander-1", "config-1")]
    public async Task RevokeAllTrust()
    {
        var client = await site.SiteSecurityAsync();
        await client.DoAsync("Revoke All Trust");
        await client.DoAsync("Yes");
        await client.Panel.PressWhenOfferedAsync("Ok");
    }

    [When(@"^the site is auto upgraded to Base (\S+)$")]
    [Needs(Need.Device, "config-1")]
    public async Task AutoUpgrade(string softwareBase)
    {
        var client = await site.ClientAsync();
        if (await client.WhereAsync() == ConfigurationClient.AtSignIn)
        {
            await site.SignInAsync("manager");
        }

        await BackToTheMenuAsync(client);
        await client.Panel.PressWhenOfferedAsync("Auto Upgrade");
        await client.Panel.WaitUntilAsync(p => p.Field("Base") is not null, "Auto Upgrade");
        await client.Panel.EnterAsync("Base", softwareBase);
        await client.DoAsync("Start Auto Upgrade");
        site.IsUpgrading = true;
        await client.Panel.PressWhenOfferedAsync("Ok");
    }

    [Then(@"^(config-\d) gives a Pairing session OTP of six characters of the Pairing keypad$")]
    public async Task GivesAnOtp(string id)
    {
        (await (await site.ClientAsync(id)).TellPairingOtpAsync()).ShouldMatch("^[0-9ACdEF]{6}$");
    }

    [Then(@"^the manager finds (pos-\d) (linked|not linked) under POS Workstations$")]
    [Needs(Need.Power, "config-2")]
    public async Task Finds(string workstation, string linked) =>
        (await RowsAsync("POS Workstations")).Texts.ShouldContain(
            t => t.StartsWith($"{workstation}:", StringComparison.Ordinal) && t.EndsWith($", {linked}", StringComparison.Ordinal));

    [Then(@"^the manager finds no (pos-\d) under POS Workstations$")]
    [Needs(Need.Power, "config-2")]
    public async Task FindsNot(string workstation) =>
        (await RowsAsync("POS Workstations")).Texts.ShouldNotContain(t => t.StartsWith($"{workstation}:", StringComparison.Ordinal));

    [Then(@"^the manager finds ""(.*)"" under System Messages$")]
    [Needs(Need.Power, "config-2")]
    public async Task FindsMessage(string text) =>
        (await RowsAsync("System Messages")).Texts.ShouldContain(t => t.EndsWith(text, StringComparison.Ordinal));

    [Then(@"^the manager finds no ""(.*)"" under System Messages$")]
    [Needs(Need.Power, "config-2")]
    public async Task FindsNoMessage(string text) =>
        (await RowsAsync("System Messages")).Texts.ShouldNotContain(t => t.Contains(text, StringComparison.Ordinal));

    [Then(@"^the newest dated message under System Messages is ""(.*)""$")]
    [Needs(Need.Power, "config-2")]
    public async Task NewestMessage(string text) => (await RowsAsync("System Messages")).Texts[0].ShouldMatch(Dated(text));

    [Then(@"^the newest dated message on (pos-\d) is ""(.*)""$")]
    public async Task NewestMessageOn(string id, string text) =>
        (await (await site.Bench.PanelAsync(id)).ReadAsync()).Texts
            .First(t => t.Contains("certificates", StringComparison.OrdinalIgnoreCase))
            .ShouldMatch(Dated(text));

    private static string Dated(string text) => $@"^\d{{4}}-\d\d-\d\d \d\d:\d\d {Regex.Escape(text)}$";

    /// <summary>A Configuration Client that was left alone is signed out: the manager signs in again.</summary>
    private async Task<PanelReading> RowsAsync(string list)
    {
        await site.Bench.PowerAsync("config-2", on: false);
        await site.Bench.PowerAsync("config-2", on: true);
        var client = await site.SignInAsync("manager", "config-2");
        await client.DoAsync(list);
        return await client.Panel.WaitUntilTitledAsync(list);
    }

    private static async Task BackToTheMenuAsync(ConfigurationClient client)
    {
        while ((await client.Panel.ReadAsync()).Button("Back") is not null)
        {
            await client.Panel.PressAsync("Back");
        }
    }
}
