using System.Net;
using System.Text.RegularExpressions;
using PairingLab.AccessControl.Admin.Users;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>Somebody's browser at the admin panel, as far as cookies and forms go.</summary>
internal sealed partial class AdminClient : IDisposable
{
    public const string Password = "correct horse battery";

    private readonly HttpClient http;
    private readonly string address;

    public AdminClient(string address)
    {
        this.address = address;
        http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = Cookies });
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The token of the session.</summary>
    public string SessionToken => Cookies.GetAllCookies().Single(c => c.Name == "macs-session").Value;

    public static string EmailOf(UserRole role) => $"{role}@macs.example".ToLowerInvariant();

    /// <summary>Somebody of a role, signed in.</summary>
    public static async Task<AdminClient> SignedInAsync(RunningMacs macs, UserRole role)
    {
        var users = new UserCommands(macs.Database, macs.Clock);
        if (await users.AddAsync(new() { Email = EmailOf(role), FirstName = "Some", LastName = role.ToString(), Role = role.ToString() },
            Password))
        {
            await users.HasConsentedAsync(EmailOf(role));
        }

        var client = new AdminClient(macs.Address);
        (await client.SignInAsync(EmailOf(role), Password)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return client;
    }

    public async Task<HttpResponseMessage> SignInAsync(string email, string password, string then = "") =>
        await PostAsync("/admin/sign-in", await TokenAsync("/admin/sign-in"), ("email", email), ("password", password), ("then", then));

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(address + path));

    public async Task<string> TextAsync(string path) => await (await GetAsync(path)).Content.ReadAsStringAsync();

    /// <summary>Listens to server-sent events until one says what is waited for; gives the data of all that came.</summary>
    public async Task<List<string>> ListenAsync(string path, Func<string, bool> awaited)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        using var answer = await http.GetAsync(new Uri(address + path), HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(limit.Token));
        var said = new List<string>();
        while (said.Count == 0 || !awaited(said[^1]))
        {
            if ((await reader.ReadLineAsync(limit.Token)).ShouldNotBeNull() is ['d', 'a', 't', 'a', ':', ' ', .. var data])
            {
                said.Add(data);
            }
        }

        return said;
    }

    /// <summary>Sends a form with the token of a page that shows one.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await PostAsync(path, await TokenAsync("/admin/terms"), fields);

    public async Task<HttpResponseMessage> PostAsync(string path, string token, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(("token", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await http.PostAsync(new Uri(address + path), form);
    }

    /// <summary>Sends a form as a browser does from a page of the panel itself.</summary>
    public async Task<HttpResponseMessage> PostFromHereAsync(string path, string token, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address + path);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Content = new FormUrlEncodedContent(fields.Append(("token", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await http.SendAsync(request);
    }

    public static string TokenIn(string html) => Token().Match(html).Groups["token"].Value;

    /// <summary>The fields that a page sends along unseen, but the token.</summary>
    public static IEnumerable<(string Name, string Value)> HiddenIn(string html) =>
        Hidden().Matches(html).Where(m => m.Groups["name"].Value != "token")
        .Select(m => (m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)));

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => await http.SendAsync(request);

    public async Task<string> TokenAsync(string path) => TokenIn(await TextAsync(path));

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"token\" value=\"(?<token>[0-9a-f]{64})\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex(
        "<(input type=\"hidden\" name=\"(?<name>[^\"]*)\"( value=\"(?<value>[^\"]*)\")?"
        + "|textarea name=\"(?<name>[^\"]*)\" hidden>(\\n|&#xA;)(?<value>[^<]*)<)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();
}
