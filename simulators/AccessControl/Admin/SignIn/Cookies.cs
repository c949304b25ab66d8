using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace PairingLab.AccessControl.Admin.SignIn;

/// <summary>The two cookies of the panel: the session, and the one that ties the sign-in form to its browser.</summary>
internal static class Cookies
{
    private const int TokenLength = 64;

    public static string? Session(HttpContext http) =>
        http.Request.Cookies[Name(http, "session")] is { Length: TokenLength } token ? token : null;

    public static void SetSession(HttpContext http, string token) =>
        http.Response.Cookies.Append(Name(http, "session"), token, Options(http));

    public static void EndSession(HttpContext http) => http.Response.Cookies.Delete(Name(http, "session"), Options(http));

    /// <summary>The random number of a visitor who is not signed in; made at the first request.</summary>
    public static string Start(HttpContext http)
    {
        var name = Name(http, "start");
        if (http.Request.Cookies[name] is { Length: TokenLength } kept)
        {
            return kept;
        }

        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenLength / 2));
        http.Response.Cookies.Append(name, made, Options(http));
        return made;
    }

    /// <summary>The prefix __Host- requires HTTPS, which the lab's loopback address does not have.</summary>
    private static string Name(HttpContext http, string what) => http.Request.IsHttps ? $"__Host-macs-{what}" : $"macs-{what}";

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };
}
