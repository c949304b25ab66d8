using System.Net;
using PairingLab.AccessControl.Admin.Users;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>Sign-in, sessions, forms and headers.</summary>
public abstract class SignInTests : IAsyncLifetime
{
    private RunningMacs macs = null!;
    private AdminClient client = null!;

    public async ValueTask InitializeAsync()
    {
        macs = await RunningMacs.StartAsync(null, Open());
        await new UserCommands(macs.Database, macs.Clock)
            .AddAsync(new() { Email = "anna@macs.example", FirstName = "Anna", LastName = "Nowak", Role = "Admin" }, AdminClient.Password);
        client = new(macs.Address);
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (macs is not null)
        {
            await macs.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_password_is_kept_as_a_salted_hash_only()
    {
        var kept = await macs.Database.RunAsync(s => s.Find<string>("select password_hash from users"));
        kept.ShouldNotBeNull().ShouldNotContain(AdminClient.Password);
        Convert.FromBase64String(kept!)[0].ShouldBe((byte)1, "the format of ASP.NET Core Identity, version 3");
    }

    [Fact]
    public async Task A_session_is_kept_as_a_hash_only()
    {
        await client.SignInAsync("anna@macs.example", AdminClient.Password);
        var token = client.Cookies.GetAllCookies().Single(c => c.Name == "macs-session").Value;
        (await macs.Database.RunAsync(s => s.Find<string>("select id_hash from sessions")))!.ShouldNotBe(token);
    }

    [Fact]
    public async Task The_session_cookie_is_for_this_site_and_no_script()
    {
        var answer = await client.SignInAsync("anna@macs.example", AdminClient.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("macs-session", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
    }

    [Theory]
    [InlineData(-1, HttpStatusCode.Unauthorized)]
    [InlineData(0, HttpStatusCode.SeeOther)]
    public async Task Twenty_guesses_at_the_same_time_are_twenty_attempts_and_lock_the_account_for_15_minutes(int seconds,
        HttpStatusCode status)
    {
        var token = await client.TokenAsync("/admin/sign-in");
        await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(i => client.PostAsync("/admin/sign-in", token, ("email", "anna@macs.example"), ("password", $"guess {i}"))));
        (await client.SignInAsync("anna@macs.example", AdminClient.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await macs.Clock.AdvanceAsync(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(seconds));
        (await client.SignInAsync("anna@macs.example", AdminClient.Password)).StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData(-1, HttpStatusCode.OK)]
    [InlineData(0, HttpStatusCode.SeeOther)]
    public async Task A_session_ends_after_half_an_hour_without_a_request(int seconds, HttpStatusCode status)
    {
        await client.SignInAsync("anna@macs.example", AdminClient.Password);
        await macs.Clock.AdvanceAsync(TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(seconds));
        (await client.GetAsync("/admin/locations")).StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData(-1, HttpStatusCode.OK)]
    [InlineData(0, HttpStatusCode.SeeOther)]
    public async Task A_session_ends_after_twelve_hours_even_when_it_is_used(int seconds, HttpStatusCode status)
    {
        await client.SignInAsync("anna@macs.example", AdminClient.Password);
        var end = macs.Now.AddHours(12).AddSeconds(seconds);
        while (end - macs.Now > TimeSpan.FromMinutes(20))
        {
            await macs.Clock.AdvanceAsync(TimeSpan.FromMinutes(20));
            await client.GetAsync("/admin/locations");
        }

        await macs.Clock.AdvanceAsync(end - macs.Now);
        (await client.GetAsync("/admin/locations")).StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/admin/\\evil.example")]
    [InlineData("/lab-admin/users")]
    public async Task Nobody_is_sent_elsewhere_by_the_sign_in(string then) =>
        (await client.SignInAsync("anna@macs.example", AdminClient.Password, then)).Headers.Location!.OriginalString.ShouldBe("/admin/");

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await client.SignInAsync("anna@macs.example", AdminClient.Password);
        (await client.PostAsync("/admin/locations/WAW-1/delete", "")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await macs.Macs.Locations.AllAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_form_with_the_token_of_another_session_changes_nothing()
    {
        using var other = await AdminClient.SignedInAsync(macs, UserRole.User);
        await client.SignInAsync("anna@macs.example", AdminClient.Password);
        (await client.PostAsync("/admin/locations/WAW-1/delete", await other.TokenAsync("/admin/terms")))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await macs.Macs.Locations.AllAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_form_from_another_site_changes_nothing()
    {
        await client.SignInAsync("anna@macs.example", AdminClient.Password);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{macs.Address}/admin/locations/WAW-1/delete");
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("token", await client.TokenAsync("/admin/terms"))]);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await macs.Macs.Locations.AllAsync()).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("/admin/sign-in")]
    [InlineData("/admin/rules/new")]
    [InlineData("/admin/nothing")]
    [InlineData("/admin/operations")]
    [InlineData("/admin/password")]
    [InlineData("/admin/operations/export")]
    public async Task Every_page_has_a_strict_policy_and_nothing_inline(string page)
    {
        await client.SignInAsync("anna@macs.example", AdminClient.Password);
        using var answer = await client.GetAsync(page);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self';");
        policy.ShouldNotContain("unsafe");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("form-action 'self'");
        policy.ShouldContain("base-uri 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
        answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
        answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single().ShouldBe("same-origin");
        answer.Headers.GetValues("Permissions-Policy").Single().ShouldContain("camera=()");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldNotContain(" style=");
        html.ShouldNotContain("onclick");
        html.ShouldNotContain("<script>");
    }

    [Fact]
    public async Task What_somebody_typed_is_shown_and_not_run()
    {
        await client.SignInAsync("anna@macs.example", AdminClient.Password);
        var answer = await client.PostAsync("/admin/users/new", ("firstName", "<script>alert(1)</script>\"'"), ("email", "x"));
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script>alert");
    }

    /// <summary>The database that the tests run on.</summary>
    private protected abstract IMacsDatabase Open();
}
