using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using PairingLab.Commander.Api;
using PairingLab.Commander.Core;
using PairingLab.Commander.Service;

namespace PairingLab.Commander.Tests.Api;

/// <summary>Manage Users over the wire: password rules, and the OTP by e-mail.</summary>
public sealed class ManageUsersApiTests
{
    [Theory]
    [InlineData(7, 8, 0, true)]
    [InlineData(30, 30, 365, true)]
    [InlineData(6, 8, 0, false)]
    [InlineData(31, 31, 0, false)]
    [InlineData(7, 7, 0, false)]
    [InlineData(7, 31, 0, false)]
    [InlineData(12, 11, 0, false)]
    [InlineData(7, 8, -1, false)]
    [InlineData(7, 8, 366, false)]
    public async Task The_password_settings_have_their_ranges(int least, int most, int days, bool allowed)
    {
        await using var commander = await RunningCommander.StartAsync();
        var token = await commander.OpenSiteSecurityAsync();
        var settings = new PasswordSettingsBody(least, most, days);

        using var answer = await commander.PostAsync("/config/password-settings", settings, token);

        answer.StatusCode.ShouldBe(allowed ? HttpStatusCode.NoContent : HttpStatusCode.Conflict);
        (commander.Service.State.PasswordSettings.MinimumLength, commander.Service.State.PasswordSettings.MaximumLength)
            .ShouldBe(allowed ? (least, most) : (PasswordSettings.New.MinimumLength, PasswordSettings.New.MaximumLength));
    }

    [Fact]
    public async Task Site_security_must_be_open_for_all_of_it()
    {
        await using var commander = await RunningCommander.StartAsync();
        var answer = await commander.PostAsync("/config/sign-in", new SignInRequest("manager", CommanderUsers.ManagerPassword));
        var token = (await RunningCommander.ReadAsync<SignInResponse>(answer)).SignIn;

        foreach (var (path, body) in new (string, object?)[]
        {
            ("password-settings", new PasswordSettingsBody(8, 12, 0)), ("users/cashier/force-password-change", null),
        })
        {
            (await RunningCommander.CodeOfAsync(await commander.PostAsync($"/config/{path}", body, token)))
                .ShouldBe("403 site_security_closed", path);
        }
    }

    [Fact]
    public async Task A_forced_change_is_made_with_the_old_password_and_within_the_lengths()
    {
        await using var commander = await RunningCommander.StartAsync();
        var token = await commander.OpenSiteSecurityAsync();
        (await commander.PostAsync("/config/password-settings", new PasswordSettingsBody(8, 12, 0), token)).EnsureSuccessStatusCode();
        (await commander.PostAsync("/config/users/cashier/force-password-change", null as object, token)).EnsureSuccessStatusCode();

        (await SignInAsync(CommanderUsers.CashierPassword)).ShouldBe("403 password_expired");
        (await ChangeAsync("wrong", "Cashier-5330")).ShouldBe("401 wrong_password");
        (await ChangeAsync(CommanderUsers.CashierPassword, "1234567")).ShouldBe("409 bad_password_length");
        (await ChangeAsync(CommanderUsers.CashierPassword, "1234567890123")).ShouldBe("409 bad_password_length");
        (await ChangeAsync(CommanderUsers.CashierPassword, CommanderUsers.CashierPassword)).ShouldBe("409 same_password");
        (await ChangeAsync(CommanderUsers.CashierPassword, "Cashier-5330")).ShouldBe("200");
        (await SignInAsync(CommanderUsers.CashierPassword)).ShouldBe("401 wrong_password");
        (await SignInAsync("Cashier-5330")).ShouldBe("200");

        async Task<string> SignInAsync(string password) =>
            await ResultAsync(await commander.PostAsync("/config/sign-in", new SignInRequest("cashier", password)));

        async Task<string> ChangeAsync(string password, string other) =>
            await ResultAsync(await commander.PostAsync("/config/password", new ChangePasswordRequest("cashier", password, other)));
    }

    [Fact]
    public async Task A_mail_server_that_refuses_is_told_and_the_otp_still_opens()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var server = closed.LocalEndpoint.ToString();
        closed.Stop();
        await using var commander = await RunningCommander.StartAsync("53.35", smtp: new(() => server, "commander@site.example"));
        var token = await commander.OpenSiteSecurityAsync();
        var mail = new UserMailBody("manager@site.example", SendOtp: true);
        (await commander.PostAsync("/config/users/manager/mail", mail, token)).EnsureSuccessStatusCode();

        var answer = await RunningCommander.ReadAsync<OtpMailResponse>(
            await commander.PostAsync("/config/site-otp", null as object, token));

        answer.Address.ShouldBe("manager@site.example");
        answer.WhyNot.ShouldNotBeNull().ShouldContain(server!);
        commander.Service.State.Messages.ShouldHaveSingleItem().Text.ShouldStartWith("The OTP could not be sent to manager@site.example: ");
        (await commander.PostAsync("/config/site-security", new SiteOtpRequest(commander.Service.State.SiteOtp!.Code), token))
            .StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Below_53_35_nothing_of_the_e_mail_is_there()
    {
        await using var commander = await RunningCommander.StartAsync("53.34");
        var token = await commander.OpenSiteSecurityAsync();

        (await RunningCommander.CodeOfAsync(await commander.PostAsync(
            "/config/users/manager/mail", new UserMailBody("manager@site.example", SendOtp: true), token))).ShouldBe("404 no_otp_by_mail");
        JsonSerializer.Serialize(commander.Service.Users, LabJson.Options).ShouldNotContain("mail", Case.Insensitive);
        (await commander.PostAsync("/config/site-otp", null as object, token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task An_address_must_be_one()
    {
        await using var commander = await RunningCommander.StartAsync("53.35");
        var token = await commander.OpenSiteSecurityAsync();

        foreach (var address in new[] { "", "manager", "a b@site.example" })
        {
            (await RunningCommander.CodeOfAsync(await commander.PostAsync(
                "/config/users/manager/mail", new UserMailBody(address, SendOtp: true), token))).ShouldBe("400 bad_address", address);
        }
    }

    private static async Task<string> ResultAsync(HttpResponseMessage answer) =>
        answer.IsSuccessStatusCode ? $"{(int)answer.StatusCode}" : await RunningCommander.CodeOfAsync(answer);
}
