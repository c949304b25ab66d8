using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;

namespace PairingLab.AccessControl.Admin.SignIn;

/// <summary>Changing one's password: open to every signed-in user after consent.</summary>
internal static class PasswordPages
{
    public static void MapPassword(this AdminGate gate, AdminParts parts)
    {
        gate.Get("/admin/password", null, request => AskAsync(request, new()));
        gate.Post("/admin/password", null, request => ChangeAsync(request, parts));
    }

    private static async Task<IResult> ChangeAsync(AdminRequest request, AdminParts parts)
    {
        if (request.Who!.MustConsent)
        {
            return await AskAsync(request, request.Form);
        }

        var present = request.Form["presentPassword"];
        var fresh = request.Form["password"];
        if (present.Length is 0 or > Passwords.Longest)
        {
            request.Form.Fail("presentPassword", "Present password is required.");
        }

        Passwords.Check(request.Form, isRequired: true);
        if (fresh != request.Form["repeatedPassword"])
        {
            request.Form.Fail("repeatedPassword", "The two new passwords differ.");
        }
        else if (fresh == present)
        {
            request.Form.Fail("password", "The new password must be another one.");
        }

        var session = request.Form.IsValid ? await parts.Accounts.ChangePasswordAsync(request.User, present, fresh) : null;
        if (session is not null)
        {
            Cookies.SetSession(request.Http, session);
            return AdminRequest.Go("/admin/password?notice=password-changed");
        }

        if (request.Form.IsValid)
        {
            request.Form.Fail("presentPassword", $"The present password is wrong. {Accounts.LockOutRule}");
        }

        return await AskAsync(request, request.Form);
    }

    private static async Task<IResult> AskAsync(AdminRequest request, FormValues typed) => request.Who!.MustConsent
        ? AdminRequest.Go(AdminGate.ConsentPage)
        : await request.PageAsync<PasswordForm>(typed.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            "Change your password", " ", ("FormValues", typed));
}
