using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Admin.SignIn;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Users;

/// <summary>The tab Users.</summary>
internal static class UserPages
{
    public static void MapUsers(this AdminGate gate, AdminParts parts)
    {
        var desk = new UserDesk(parts.Database, parts.Clock);
        gate.Get("/admin/users", AdminAction.SeeUsers, async request => await request.PageAsync<UserList>(
            "Users", Tabs.Users, ("Query", request.Query), ("Users", await desk.ListAsync(request.Query)), ("Sorting", UserDesk.SortingOf(request.Query))));
        gate.Get("/admin/users/new", AdminAction.ManageUsers, request => FormAsync(request, null, new()));
        gate.Post("/admin/users/new", AdminAction.ManageUsers, request => AddAsync(request, desk));
        gate.Get("/admin/users/{id}", AdminAction.ManageUsers, async request => await desk.FindAsync(request.Route("id")) is { } user
            ? await FormAsync(request, user, Typed(user))
            : await request.NotFoundAsync("such user", Tabs.Users));
        gate.Post("/admin/users/{id}", AdminAction.ManageUsers, request => SaveAsync(request, desk));
        gate.Get("/admin/users/{id}/delete", AdminAction.ManageUsers, request => ConfirmAsync(request, desk, null));
        gate.Post("/admin/users/{id}/delete", AdminAction.ManageUsers, async request =>
            await desk.DeleteAsync(request.Route("id"), request.User.Id) is { } why
                ? await ConfirmAsync(request, desk, why)
                : AdminRequest.Go("/admin/users?notice=user-deleted"));
    }

    private static async Task<IResult> AddAsync(AdminRequest request, UserDesk desk)
    {
        var user = Read(request.Form, "");
        Passwords.Check(request.Form, isRequired: true);
        if (request.Form.IsSound && !await desk.AddAsync(user, request.Form["password"]))
        {
            request.Form.Fail("email", $"{user.Email} belongs to another user already.");
        }

        return request.Form.IsSound ? AdminRequest.Go("/admin/users?notice=user-added") : await FormAsync(request, null, request.Form);
    }

    private static async Task<IResult> SaveAsync(AdminRequest request, UserDesk desk)
    {
        if (await desk.FindAsync(request.Route("id")) is not { } before)
        {
            return await request.NotFoundAsync("such user", Tabs.Users);
        }

        var user = Read(request.Form, before.Id);
        Passwords.Check(request.Form, isRequired: false);
        if (request.Form.IsSound && await desk.SaveAsync(user, request.Form["password"]) is var (field, why))
        {
            request.Form.Fail(field, why);
        }

        return request.Form.IsSound ? AdminRequest.Go("/admin/users?notice=user-saved") : await FormAsync(request, before, request.Form);
    }

    private static Typed Typed(UserRow user) => new() { ["firstName"] = user.FirstName, ["lastName"] = user.LastName, ["email"] = user.Email, ["role"] = RoleName.Of(user.UserRole) };

    private static UserRow Read(Typed form, string id)
    {
        var email = Accounts.Email(form.Required("email", "E-mail address"));
        if (email.Length > 0 && (email.IndexOf('@', StringComparison.Ordinal) is < 1 or > 100 || email.EndsWith('@') || email.Contains(' ', StringComparison.Ordinal)))
        {
            form.Fail("email", "E-mail address must be like anna.nowak@bank.example.");
        }

        var role = RoleName.Find(form["role"]);
        if (role is null)
        {
            form.Fail("role", $"Role must be one of: {string.Join(", ", RoleName.All)}.");
        }

        return new()
        {
            Id = id,
            Email = email,
            FirstName = form.Required("firstName", "First name", 100),
            LastName = form.Required("lastName", "Last name", 100),
            Role = role?.ToString() ?? "",
        };
    }

    private static Task<IResult> FormAsync(AdminRequest request, UserRow? user, Typed typed) => request.PageAsync<UserForm>(
        typed.IsSound ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        user is null ? "Add a user" : user.FullName, Tabs.Users, ("User", user), ("Typed", typed));

    private static async Task<IResult> ConfirmAsync(AdminRequest request, UserDesk desk, string? refusal) =>
        await desk.FindAsync(request.Route("id")) is not { } user
            ? await request.NotFoundAsync("such user", Tabs.Users)
            : await request.PageAsync<ConfirmPage>(
                refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, "Delete a user", Tabs.Users,
                ("Question", $"Delete the user {user.FullName}?"),
                ("Consequence", $"{user.Email} can't sign in any more, and every session of this user ends at once. What this user did stays on record."),
                ("Back", "/admin/users"), ("Refusal", refusal));
}
