using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Admin.SignIn;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin;

/// <summary>A request that has passed the gate, with everything that an answer needs.</summary>
internal sealed class AdminRequest(HttpContext http, AdminParts parts, SignedIn? who, string token, FormValues form,
    IFormFileCollection? files = null)
{
    public HttpContext Http => http;

    public SignedIn? Who => who;

    /// <summary>Who is signed in.</summary>
    public UserRow User => who?.User ?? throw new InvalidOperationException("nobody is signed in");

    public FormValues Form => form;

    public IFormFileCollection? Files => files;

    public FormValues Query { get; } = new(http.Request.Query);

    public Address Address { get; } = new(http.Request.Path.Value!, http.Request.Query);

    public string Route(string name) => http.Request.RouteValues[name]?.ToString() ?? "";

    public bool May(AdminAction action) => RoleRights.May(User.UserRole, action);

    /// <summary>A page in the frame of the panel.</summary>
    public Task<IResult> PageAsync<TPage>(string title, string tab, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => PageAsync<TPage>(StatusCodes.Status200OK, title, tab, parameters);

    public Task<IResult> PageAsync<TPage>(int status, string title, string tab, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => PageWriter.PageAsync<TPage>(
            new(title, tab, who?.User, token, Address, parts.Branding, Notices.Of(Query["notice"]), parts.Clock.GetUtcNow()),
            parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal),
            status);

    /// <summary>A page with a message.</summary>
    public Task<IResult> MessageAsync(int status, string title, string text, string tab = "") =>
        PageAsync<MessagePage>(status, title, tab.Length > 0 || who is null || who.MustConsent ? tab : " ", ("Title", title),
            ("Text", text));

    /// <summary>A report whose filters are wrong is not made: nobody would see that it has more than was asked for.</summary>
    public Task<IResult> NotExportedAsync(string tab) => MessageAsync(
        StatusCodes.Status400BadRequest, "Nothing was exported", string.Join(" ", Query.Errors.Select(e => e.Why)), tab);

    public Task<IResult> NotFoundAsync(string what, string tab) =>
        MessageAsync(StatusCodes.Status404NotFound, "Not found", $"There is no {what}. Somebody may have deleted it.", tab);

    /// <summary>After a form: redirects to a page, so that going back or reloading sends nothing twice.</summary>
    public static IResult Go(string address) => new SeeOther(address);
}
