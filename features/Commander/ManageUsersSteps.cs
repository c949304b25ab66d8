using System.Text.RegularExpressions;
using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.Commander;

/// <summary>Steps in Security > Manage Users, and about what it sends by e-mail.</summary>
[Binding]
public sealed partial class ManageUsersSteps(CommanderSite site, ConfigurationClientSteps clients)
{
    [Given(@"^a site that runs Base (\S+) with a mail server$")]
    [Adds("mail-1")]
    [Needs(Need.Simulator, "commander-1", "config-1", "pos-1", "pos-2", "pos-3")]
    public Task WithMailServer(string softwareBase)
    {
        site.Bench.SetBase(softwareBase);
        site.Bench.Add("mail-1", "mail-server");
        return site.Bench.StartAsync();
    }

    [When(@"^the password settings are set to (\d+) to (\d+) characters and (\d+) days to expire at (config-\d)$")]
    public async Task SetPasswords(string minimum, string maximum, string days, string id)
    {
        var client = await site.ClientAsync(id);
        await client.DoAsync("Password Settings");
        await client.Panel.WaitUntilTitledAsync("Password Settings");
        await client.Panel.EnterAsync("Minimum Length", minimum);
        await client.Panel.EnterAsync("Maximum Length", maximum);
        await client.Panel.EnterAsync("Days to Expire", days);
        await client.DoAsync("Save");
    }

    [When(@"^the new password ""(.*)"" is chosen at (config-\d)$")]
    public async Task ChoosePassword(string password, string id)
    {
        var client = await site.ClientAsync(id);
        await client.Panel.PressWhenOfferedAsync("Ok");
        await client.Panel.WaitUntilTitledAsync("Change Password");
        await client.Panel.EnterAsync("New Password", password);
        await client.DoAsync("Change Password");
    }

    [When(@"^""(.*)"" signs in at (config-\d) with the password ""(.*)""$")]
    public async Task SignInAt(string user, string id, string password) =>
        await (await site.ClientAsync(id)).SignInAsync(user, password);

    [When(@"^(config-\d) is closed and opened again$")]
    [Needs(Need.Power)]
    public async Task Reopen(string id)
    {
        await site.Bench.PowerAsync(id, on: false);
        await site.Bench.PowerAsync(id, on: true);
    }

    /// <summary>The manager signs in anew: in the window before, Manage Users has opened Site Security, too.</summary>
    [Given(@"^the OTP of the manager goes to ""(.*)""$")]
    [Needs(Need.Simulator, "commander-1", "config-1")]
    public async Task SendOtpTo(string address)
    {
        await clients.ManageUsersIsOpen();
        var client = await site.ClientAsync();
        await client.DoAsync("Edit manager");
        await client.DoAsync("OTP by E-mail");
        await client.Panel.EnterAsync("E-mail", address);
        await client.DoAsync("Send OTP");
        await client.Panel.WaitUntilItSaysAsync($"OTP to {address}");
        await Reopen("config-1");
        await site.SignInAsync("manager");
        await client.GoToSiteSecurityAsync();
        await client.Panel.WaitUntilTitledAsync("One-Time Password");
    }

    [When(@"^the manager opens Site Security with the OTP from the e-mail$")]
    [Needs(Need.Device, "config-1")]
    public async Task OpenWithMail()
    {
        var client = await site.ClientAsync();
        await client.GenerateSiteOtpAsync();
        var otp = await (await site.Bench.PanelAsync("mail-1")).TellAsync(
            p => p.Texts.Select(t => Otp().Match(t)).FirstOrDefault(m => m.Success)?.Groups["otp"].Value, "the OTP in the e-mail");
        site.Bench.Witness.Secret(otp);
        await client.EnterSiteOtpAsync(otp);
    }

    [When(@"^(pos-\d) is paired at the Configuration Client$")]
    public Task Pair(string workstation) => site.PairAndOpenAsync(workstation);

    [GeneratedRegex(@"The OTP is (?<otp>\d{4})\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Otp();
}
