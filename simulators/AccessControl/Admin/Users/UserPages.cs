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
        var (users, commands) = (new UserQueries(parts.Database), new UserCommands(parts.Database, parts.Clock));
        gate.Get("/admin/users", AdminAction.SeeUsers, async request => await request.PageAsync<UserList>(
            "Users", Tabs.Users, ("Query", request.Query), ("Users", await users.ListAsync(request.Query)),
            ("Sorting", UserQueries.SortingOf(request.Query))));
        gate.Get("/admin/users/new", AdminAction.ManageUsers, request => FormAsync(request, null, new()));
        gate.Post("/admin/users/new", AdminAction.ManageUsers, request => AddAsync(request, commands));
        gate.Get("/admin/users/{id}", AdminAction.ManageUsers, async request => await users.FindAsync(request.Route("id")) is { } user
            ? await FormAsync(request, user, FormValues(user))
            : await request.NotFoundAsync("such user", Tabs.Users));
        gate.Post("/admin/users/{id}", AdminAction.ManageUsers, request => SaveAsync(request, users, commands));
        gate.Get("/admin/users/{id}/delete", AdminAction.ManageUsers, request => ConfirmAsync(request, users, null));
        gate.Post("/admin/users/{id}/delete", AdminAction.ManageUsers, async request =>
            await commands.DeleteAsync(request.Route("id"), request.User.Id) is { } why
                ? await ConfirmAsync(request, users, why)
                : AdminRequest.Go("/admin/users?notice=user-deleted"));
    }

    private static async Task<IResult> AddAsync(AdminRequest request, UserCommands commands)
    {
        var user = Read(request.Form, "");
        Passwords.Check(request.Form, isRequired: true);
        if (request.Form.IsValid && !await commands.AddAsync(user, request.Form["password"]))
        {
            request.Form.Fail("email", $"{user.Email} belongs to another user already.");
        }

        return request.Form.IsValid ? AdminRequest.Go("/admin/users?notice=user-added") : await FormAsync(request, null, request.Form);
    }

    private static async Task<IResult> SaveAsync(AdminRequest request, UserQueries users, UserCommands commands)
    {
        if (await users.FindAsync(request.Route("id")) is not { } before)
        {
            return await request.NotFoundAsync("such user", Tabs.Users);
        }

        var user = Read(request.Form, before.Id);
        Passwords.Check(request.Form, isRequired: false);
        if (request.Form.IsValid && await commands.SaveAsync(user, request.Form["password"], request.Form["stamp"]) is var (field, why))
        {
            request.Form.Fail(field, why);
            request.Form["stamp"] = Stamp.Of(before);
        }

        return request.Form.IsValid ? AdminRequest.Go("/admin/users?notice=user-saved") : await FormAsync(request, before, request.Form);
    }

    private static FormValues FormValues(UserRow user) =>
        new()
        {
            ["stamp"] = Stamp.Of(user),
            ["firstName"] = user.FirstName,
            ["lastName"] = user.LastName,
            ["email"] = user.Email,
            ["role"] = RoleName.Of(user.UserRole)
        };

    private static UserRow Read(FormValues form, string id)
    {
        var email = Accounts.Email(form.Required("email", "E-mail address"));
        if (email.Length > 0
            && (email.IndexOf('@', StringComparison.Ordinal) is < 1 or > 100 || email.EndsWith('@')
                || email.Contains(' ', StringComparison.Ordinal)))
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

    private static Task<IResult> FormAsync(AdminRequest request, UserRow? user, FormValues typed) => request.PageAsync<UserForm>(
        typed.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        user is null ? "Add a user" : user.FullName, Tabs.Users, ("User", user), ("FormValues", typed));

    private static async Task<IResult> ConfirmAsync(AdminRequest request, UserQueries users, string? refusal) =>
        await users.FindAsync(request.Route("id")) is not { } user
            ? await request.NotFoundAsync("such user", Tabs.Users)
            : await request.PageAsync<ConfirmPage>(
                refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, "Delete a user", Tabs.Users,
                ("Question", $"Delete the user {user.FullName}?"),
                ("Consequence", $"{user.Email} can't sign in any more, and every session of this user ends at once. "
                    + "What this user did stays on record."),
                ("Back", "/admin/users"), ("Refusal", refusal));
}
