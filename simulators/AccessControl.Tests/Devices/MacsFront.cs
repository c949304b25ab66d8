using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace PairingLab.AccessControl.Tests.Devices;

/// <summary>
/// What a terminal takes for MACS: passes requests on to it, loses an answer on its way back, or answers in its place as a proxy or a
/// hotel's sign-in page would.
/// </summary>
internal sealed class MacsFront : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (int Status, string Body)> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> losing = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> requests = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly WebApplication app;
    private readonly string macs;

    private MacsFront(WebApplication app, string macs) => (this.app, this.macs) = (app, macs);

    public string Address => app.Urls.First();

    public static async Task<MacsFront> StartAsync(string macs)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var front = new MacsFront(builder.Build(), macs);
        front.app.Run(front.ServeAsync);
        await front.app.StartAsync();
        return front;
    }

    /// <summary>Whether every connection breaks before MACS hears anything.</summary>
    public bool Broken { get; set; }

    /// <summary>How often something was asked for.</summary>
    public int Asked(string path) => requests.Count(r => r == path);

    /// <summary>Answers so from now on.</summary>
    public void Answer(string path, int status, string body) => answers[path] = (status, body);

    /// <summary>MACS answers again.</summary>
    public void PassOn(string path) => answers.TryRemove(path, out _);

    /// <summary>The next request gets to MACS, and its answer to nobody.</summary>
    public void LoseNextAnswer(string path) => losing[path] = true;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (Broken)
        {
            context.Abort();
            return;
        }

        var path = context.Request.Path.Value!;
        requests.Enqueue(path);
        if (answers.TryGetValue(path, out var own))
        {
            context.Response.StatusCode = own.Status;
            await context.Response.WriteAsync(own.Body);
            return;
        }

        using var request = Same(context.Request);
        using var answer = await http.SendAsync(request);
        if (losing.TryRemove(path, out _))
        {
            answer.IsSuccessStatusCode.ShouldBeTrue($"{path} was to be done, and only its answer lost");
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.Headers.ETag = answer.Headers.ETag?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body);
    }

    private HttpRequestMessage Same(HttpRequest asked)
    {
        var request = new HttpRequestMessage(new(asked.Method), macs + asked.GetEncodedPathAndQuery());
        if (asked.ContentLength > 0)
        {
            request.Content = new StreamContent(asked.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", asked.ContentType);
        }

        foreach (var name in (string[])["Authorization", "If-None-Match"])
        {
            request.Headers.TryAddWithoutValidation(name, asked.Headers[name].AsEnumerable());
        }

        return request;
    }
}
