using System.Net;
using System.Text.RegularExpressions;
using PairingLab.AccessControl.Admin.Users;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>One's own password, the consent to newer documents, and what was typed when a session was over.</summary>
public abstract class AccountTests : IAsyncLifetime
{
    private const string Fresh = "a fresh battery staple";

    private RunningMacs macs = null!;

    public async ValueTask InitializeAsync()
    {
        macs = await RunningMacs.StartAsync(null, Open(), "SN-2");
        await PublishAsync("TERMS", 0);
        await PublishAsync("PRIVACY", 0);
    }

    public async ValueTask DisposeAsync()
    {
        if (macs is not null)
        {
            await macs.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_new_password_ends_all_sessions_but_the_one_that_it_was_changed_in()
    {
        using var here = await AdminClient.SignedInAsync(macs, UserRole.User);
        using var elsewhere = await AdminClient.SignedInAsync(macs, UserRole.User);
        var before = here.SessionToken;
        (await ChangeAsync(here, AdminClient.Password, Fresh, Fresh)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        here.SessionToken.ShouldNotBe(before);
        (await here.GetAsync("/admin/locations")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync("/admin/locations")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await elsewhere.SignInAsync(AdminClient.EmailOf(UserRole.User), AdminClient.Password))
            .StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await elsewhere.SignInAsync(AdminClient.EmailOf(UserRole.User), Fresh)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("not the present one", Fresh, Fresh, "The present password is wrong.")]
    [InlineData("", Fresh, Fresh, "Present password is required.")]
    [InlineData(AdminClient.Password, "nine char", "nine char", "Password must have 10 to 200 characters.")]
    [InlineData(AdminClient.Password, Fresh, "something else", "The two new passwords differ.")]
    [InlineData(AdminClient.Password, AdminClient.Password, AdminClient.Password, "The new password must be another one.")]
    public async Task A_password_that_is_not_changed(string present, string fresh, string repeated, string why)
    {
        using var client = await AdminClient.SignedInAsync(macs, UserRole.User);
        var answer = await ChangeAsync(client, present, fresh, repeated);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(why);
        (await client.SignInAsync(AdminClient.EmailOf(UserRole.User), AdminClient.Password)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_person_at_an_open_session_can_not_guess_the_password()
    {
        using var client = await AdminClient.SignedInAsync(macs, UserRole.User);
        for (var guess = 0; guess < 5; guess++)
        {
            await ChangeAsync(client, $"guess {guess}", Fresh, Fresh);
        }

        (await ChangeAsync(client, AdminClient.Password, Fresh, Fresh)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await macs.Clock.AdvanceAsync(TimeSpan.FromMinutes(15));
        (await ChangeAsync(client, AdminClient.Password, Fresh, Fresh)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData(UserRole.Issuer, "TERMS", 0, true)]
    [InlineData(UserRole.ServiceProvider, "PRIVACY", 0, true)]
    [InlineData(UserRole.CallCenter, "TERMS", 1, false)]
    [InlineData(UserRole.Admin, "TERMS", 0, false)]
    [InlineData(UserRole.User, "PRIVACY", 0, false)]
    public async Task A_version_that_became_valid_is_asked_for_again(UserRole role, string kind, int daysAhead, bool isAsked)
    {
        using var client = await AdminClient.SignedInAsync(macs, role);
        await PublishAsync(kind, daysAhead);
        (await client.GetAsync("/admin/operations")).StatusCode.ShouldBe(isAsked ? HttpStatusCode.SeeOther : HttpStatusCode.OK);
        if (isAsked)
        {
            (await client.TextAsync("/admin/consent")).ShouldContain("There is a newer version than the one you have accepted.");
            (await ConsentAsync(client)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            (await client.GetAsync("/admin/operations")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_version_of_tomorrow_is_asked_for_tomorrow()
    {
        using var client = await AdminClient.SignedInAsync(macs, UserRole.Issuer);
        await PublishAsync("TERMS", 1);
        await macs.Clock.AdvanceAsync(macs.Now.UtcDateTime.Date.AddDays(1) - macs.Now.UtcDateTime);
        await client.SignInAsync(AdminClient.EmailOf(UserRole.Issuer), AdminClient.Password);
        (await client.GetAsync("/admin/operations")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Nobody_consents_to_a_version_that_was_not_shown()
    {
        using var client = await AdminClient.SignedInAsync(macs, UserRole.Issuer);
        await PublishAsync("TERMS", 0);
        var page = await client.TextAsync("/admin/consent");
        await macs.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        await PublishAsync("TERMS", 0);
        (await ConsentAsync(client, page)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetAsync("/admin/operations")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    /// <summary>The clock of a stepped lab stands meanwhile; after a new start it may be behind what the database has.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task Of_two_documents_of_one_date_the_newest_is_valid_whatever_the_clock_says(int minutes)
    {
        using var client = await AdminClient.SignedInAsync(macs, UserRole.Admin);
        foreach (var name in Enumerable.Range(1, 8).Select(i => $"terms-{i}.txt"))
        {
            await PublishAsync("TERMS", 0, name);
            await macs.Database.RunAsync(s => s.Execute("update documents set added_at = added_at - @later where file_name = @name",
                new { later = minutes * 60_000L * (name[6] - '0'), name }));
            Regex.Match(await client.TextAsync("/admin/terms"), @"terms-\d\.txt").Value.ShouldBe(name);
        }
    }

    [Theory]
    [InlineData("TERMS")]
    [InlineData("PRIVACY")]
    public async Task Consent_needs_both_documents(string other)
    {
        await macs.Database.RunAsync(s => s.Execute("delete from documents where kind <> @other", new { other }));
        await new UserCommands(macs.Database, macs.Clock).AddAsync(
            new() { Email = "new@macs.example", FirstName = "New", LastName = "Issuer", Role = "Issuer" }, AdminClient.Password);
        using var client = new AdminClient(macs.Address);
        await client.SignInAsync("new@macs.example", AdminClient.Password);
        (await client.TextAsync("/admin/consent")).ShouldContain("There are no documents to consent to yet");
        using var answer = await ConsentAsync(client);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetAsync("/admin/operations")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await PublishAsync(other == "TERMS" ? "PRIVACY" : "TERMS", 0);
        (await ConsentAsync(client)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await client.GetAsync("/admin/operations")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_earlier_consent_is_kept()
    {
        using var client = await AdminClient.SignedInAsync(macs, UserRole.Issuer);
        await PublishAsync("TERMS", 0);
        await ConsentAsync(client);
        (await macs.Database.RunAsync(s => s.Find<long>("select count(*) from consents where kind = 'TERMS'"))).ShouldBe(2);
    }

    [Theory]
    [InlineData("/admin/users/new", "firstName=Dora&lastName=Nowak&email=dora%40macs.example&role=User&password=a+good+long+password",
        "users", 1)]
    [InlineData("/admin/rules/new",
        "name=FormValues&validFrom=2026-01-01T00:00&validTo=2027-01-01T00:00&free=on&freeMost=1&services=Lounge&services=FastLine&do=save",
        "rulesets", 0)]
    [InlineData("/admin/locations/new", "name=Gdansk&country=POL&service=Lounge&postalCode=1&city=Gdansk", "locations", 2)]
    [InlineData("/admin/locations/WAW-1/terminals", "serial=SN-9", "terminals", 2)]
    public async Task What_was_typed_when_the_session_was_over_comes_back_and_nothing_is_saved_unseen(string page, string typed,
        string table, int before)
    {
        using var client = await AdminClient.SignedInAsync(macs, UserRole.Admin);
        var token = await client.TokenAsync("/admin/terms");
        await macs.Clock.AdvanceAsync(TimeSpan.FromMinutes(30));
        var fields = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(typed).SelectMany(f => f.Value, (f, v) => (f.Key, v!))
            .ToArray();
        var signIn = await client.PostFromHereAsync(page, token, fields);
        signIn.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var html = await signIn.Content.ReadAsStringAsync();
        html.ShouldContain("What you typed waits here");
        html.ShouldNotContain("a good long password");
        var back = await (await client.PostAsync("/admin/sign-in", AdminClient.TokenIn(html),
            [.. AdminClient.HiddenIn(html), ("email", AdminClient.EmailOf(UserRole.Admin)), ("password", AdminClient.Password)]))
            .Content.ReadAsStringAsync();
        var again = await client.PostFromHereAsync(page, AdminClient.TokenIn(back), [.. AdminClient.HiddenIn(back)]);
        var form = await again.Content.ReadAsStringAsync();
        form.ShouldContain("nothing of it was saved yet");
        foreach (var (name, value) in fields.Where(f => f.Key is not "password" and not "do" && f.Item2.Length > 3))
        {
            form.ShouldContain($"\"{value}\"", customMessage: name);
        }

        (await macs.Database.RunAsync(s => s.Find<long>($"select count(*) from {table}"))).ShouldBe(before);
    }

    [Fact]
    public async Task Passwords_that_were_typed_when_the_session_was_over_do_not_wait_anywhere()
    {
        using var client = new AdminClient(macs.Address);
        var answer = await client.PostFromHereAsync("/admin/password", "none", ("username", "anna@macs.example"),
            ("presentPassword", AdminClient.Password), ("password", Fresh), ("repeatedPassword", Fresh));
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldNotContain(AdminClient.Password);
        html.ShouldNotContain(Fresh);
    }

    [Fact]
    public async Task What_another_site_sends_does_not_wait_for_the_sign_in()
    {
        using var client = new AdminClient(macs.Address);
        var answer = await client.PostAsync("/admin/locations/new", "none", ("name", "Mallory"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Mallory");
    }

    [Theory]
    [InlineData("lastName", "Kowalska", HttpStatusCode.OK)]
    [InlineData("role", "Issuer", HttpStatusCode.SeeOther)]
    [InlineData("password", "another long password", HttpStatusCode.SeeOther)]
    public async Task A_new_role_or_password_ends_the_sessions_of_a_user_and_a_new_name_does_not(string field, string text,
        HttpStatusCode then)
    {
        using var user = await AdminClient.SignedInAsync(macs, UserRole.User);
        using var admin = await AdminClient.SignedInAsync(macs, UserRole.Admin);
        var id = await macs.Database.RunAsync(s => s.Find<string>("select id from users where role = 'User'"));
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["firstName"] = "Some",
            ["lastName"] = "User",
            ["email"] = AdminClient.EmailOf(UserRole.User),
            ["role"] = "User",
            [field] = text
        };
        (await admin.PostAsync($"/admin/users/{id}", [.. fields.Select(f => (f.Key, f.Value))]))
            .StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await user.GetAsync("/admin/locations")).StatusCode.ShouldBe(then);
    }

    /// <summary>The database that the tests run on.</summary>
    private protected abstract IMacsDatabase Open();

    private static async Task<HttpResponseMessage> ChangeAsync(AdminClient client, string present, string fresh, string repeated) =>
        await client.PostAsync("/admin/password", await client.TokenAsync("/admin/password"), ("presentPassword", present),
            ("password", fresh), ("repeatedPassword", repeated));

    private static async Task<HttpResponseMessage> ConsentAsync(AdminClient client, string? page = null)
    {
        var html = page ?? await client.TextAsync("/admin/consent");
        return await client.PostAsync("/admin/consent", AdminClient.TokenIn(html),
            [.. AdminClient.HiddenIn(html), ("terms", "on"), ("privacy", "on")]);
    }

    private Task PublishAsync(string kind, int daysAhead, string name = "terms.txt") =>
        new PairingLab.AccessControl.Admin.Terms.TermsDocuments(macs.Database, macs.Clock).AddAsync(new()
        {
            Kind = kind,
            Day = macs.Now.AddDays(daysAhead).UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            FileName = name,
            ContentType = "text/plain; charset=utf-8",
            Content = Convert.ToBase64String("Terms"u8),
            AddedBy = "admin@macs.example",
        });
}
