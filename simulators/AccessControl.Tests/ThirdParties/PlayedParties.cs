using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PairingLab.AccessControl.Tests.ThirdParties;

/// <summary>
/// The acquirer's ASI and MRS on loopback, played by the test: they pass every card and tell of no purchase until it says otherwise.
/// </summary>
internal sealed class PlayedParties : IAsyncDisposable
{
    private readonly WebApplication app;

    private PlayedParties()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public string Address => app.Urls.Single();

    /// <summary>What MACS asked, in its order.</summary>
    public ConcurrentQueue<(string Path, string Body)> Asked { get; } = [];

    /// <summary>The acquirer, given the body of the inquiry.</summary>
    public Func<HttpContext, string, Task> Inquiry { get; set; } = (http, _) => SayAsync(http, Status("00"));

    /// <summary>MRS at a search of transactions.</summary>
    public Func<HttpContext, Task> Transactions { get; set; } = http => SayAsync(http, Page());

    /// <summary>The card in MRS, given the body of the request for its account.</summary>
    public Func<string, string> Aref { get; set; } = _ => "AREF-1";

    /// <summary>MRS, asked for an account by its AREF.</summary>
    public Func<HttpContext, string, Task> Account { get; set; } = (http, aref) => SayAsync(http, AccountOf(aref, "ACTIVE"));

    public AccessControlSettings Settings => new() { AsiAddress = $"{Address}/asi", MrsAddress = Address };

    public static async Task<PlayedParties> StartAsync()
    {
        var parties = new PlayedParties();
        await parties.app.StartAsync();
        return parties;
    }

    /// <summary>An answer of the acquirer; texts as they stand in JSON.</summary>
    public static string Status(string code, string product = "MCG") =>
        $$$$$"""{"body":{"envt":{"card":{"cardPdctTp":"{{{{{product}}}}}"}},"prcgRslt":{"rsltData":{"rsltDtls":"{{{{{code}}}}}"}}}}""";

    /// <summary>An account; texts as they stand in JSON.</summary>
    public static string AccountOf(string aref, string status) => $$"""{"id":"{{aref}}","status":"{{status}}"}""";

    /// <summary>A page of transactions, all that there are.</summary>
    public static string Page(params string[] transactions)
    {
        var count = transactions.Length.ToString(CultureInfo.InvariantCulture);
        var all = string.Join(',', transactions);
        return $$"""{"offset":0,"limit":25,"total":{{count}},"count":{{count}},"transactions":[{{all}}]}""";
    }

    public static async Task SayAsync(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(json);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var (path, body) = ($"{http.Request.Path}{http.Request.QueryString}", await reader.ReadToEndAsync());
        Asked.Enqueue((path, body));
        await (http.Request.Path.Value switch
        {
            "/asi/cain-inquiry-requests" => Inquiry(http, body),
            "/loyalty/mrs/users/references/searches" => SayAsync(http, """{"total":0,"users":[]}"""),
            "/loyalty/mrs/users" => SayAsync(http, """{"id":"U-1"}"""),
            "/loyalty/mrs/accounts" => SayAsync(http, $$"""{"id":"{{Aref(body)}}","status":"ACTIVE"}"""),
            "/loyalty/mrs/transactions/searches" => Transactions(http),
            { } account when account.StartsWith("/loyalty/mrs/accounts/", StringComparison.Ordinal) =>
                Account(http, account["/loyalty/mrs/accounts/".Length..]),
            _ => throw new InvalidOperationException($"nobody asks for {path}"),
        });
    }
}
