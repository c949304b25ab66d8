using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;

namespace PairingLab.AccessControl.Admin.SignIn;

/// <summary>Signing in and out.</summary>
internal static class SignInPages
{
    public static void MapSignIn(this AdminGate gate, AdminParts parts)
    {
        gate.Open("/admin/sign-in", request => PageAsync(request, StatusCodes.Status200OK), request => SignInAsync(request, parts));
        gate.Post("/admin/sign-out", null, async request =>
        {
            await parts.Accounts.SignOutAsync(request.Who!.Session);
            Cookies.EndSession(request.Http);
            return AdminRequest.Go("/admin/sign-in?notice=signed-out");
        });
        gate.Get("/admin/", null, request => Task.FromResult<IResult>(new SeeOther(
            request.Who!.MustConsent ? AdminGate.ConsentPage
            : Tabs.All.First(t => request.May(t.Action) && t.Name is not Tabs.Users and not Tabs.Rules).Address)));
    }

    private static async Task<IResult> SignInAsync(AdminRequest request, AdminParts parts)
    {
        var email = request.Form.Required("email", "E-mail address");
        var password = request.Form["password"];
        if (password.Length is 0 or > Passwords.Longest)
        {
            request.Form.Fail("password", "Password is required.");
        }

        if (!request.Form.IsValid)
        {
            return await PageAsync(request, StatusCodes.Status400BadRequest);
        }

        if (await parts.Accounts.SignInAsync(email, password) is not { } session)
        {
            request.Form.Fail("", $"The e-mail address or the password is wrong. {Accounts.LockOutRule}");
            return await PageAsync(request, StatusCodes.Status401Unauthorized);
        }

        Cookies.SetSession(request.Http, session);
        var at = request.Form[PendingForm.At];
        return at.Length > 0 && Address.Within(at) == at
            ? await new AdminRequest(request.Http, parts, null, AdminGate.Token(session), request.Form).PageAsync<HeldPage>(
                "You are signed in again", "", ("Path", at), ("Fields", PendingForm.Fields(request.Form)))
            : AdminRequest.Go(Address.Within(request.Form["then"]));
    }

    /// <summary>The form.</summary>
    public static Task<IResult> PageAsync(AdminRequest request, int status)
    {
        if (!request.Form.Has("then"))
        {
            request.Form["then"] = request.Query["then"];
        }

        return request.PageAsync<SignInPage>(status, "Sign in", "", ("FormValues", request.Form));
    }
}
