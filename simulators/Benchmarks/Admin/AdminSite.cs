using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using PairingLab.AccessControl;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.Benchmarks.Admin;

/// <summary>MACS with its panel, and an Admin who is signed in.</summary>
internal sealed partial class AdminSite : IAsyncDisposable
{
    private const string Password = "benchmark of the panel";

    private readonly HttpClient outside = new();
    private readonly CookieContainer cookies = new();
    private readonly MacsServer server;

    private AdminSite(IMacsDatabase database)
    {
        Database = database;
        Browser = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = cookies });
        var settings = new AccessControlSettings { AdminPassword = Password };
        Macs = new(database, new(RandomNumberGenerator.GetBytes(32)), outside, Clock, settings, RandomNumberGenerator.GetInt32);
        server = new(Macs, database, Clock, settings, "benchmark");
    }

    public RealClock Clock { get; } = new();

    public IMacsDatabase Database { get; }

    public MacsServices Macs { get; }

    /// <summary>Where MACS is.</summary>
    public Uri Address => new(server.Address);

    /// <summary>The Admin's browser.</summary>
    public HttpClient Browser { get; }

    /// <summary>The cookie of the Admin's session.</summary>
    public Cookie Session => cookies.GetAllCookies().Single(c => c.Name == "macs-session");

    public static async Task<AdminSite> StartAsync(IMacsDatabase database)
    {
        var site = new AdminSite(database);
        await site.server.StartAsync();
        site.Browser.BaseAddress = new(site.server.Address);
        var token = Token().Match(await site.Browser.GetStringAsync(new Uri("/admin/sign-in", UriKind.Relative))).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([new("token", token), new("email", "admin@macs.example"), new("password", Password)]);
        using var answer = await site.Browser.PostAsync(new Uri("/admin/sign-in", UriKind.Relative), form);
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? site
            : throw new InvalidOperationException($"the Admin is not let in: {answer.StatusCode}");
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await server.DisposeAsync();
        outside.Dispose();
    }

    [GeneratedRegex("name=\"token\" value=\"(?<token>[0-9a-f]{64})\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
