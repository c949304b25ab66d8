using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PairingLab.Kernel.Tests.Web;

/// <summary>A tiny server with some endpoints of the lab.</summary>
internal sealed class LoopbackLab : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http = new();

    private LoopbackLab(WebApplication app) => this.app = app;

    public static async Task<LoopbackLab> StartAsync(Action<IEndpointRouteBuilder> map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var lab = new LoopbackLab(builder.Build());
        lab.app.UseRouting();
        map(lab.app);
        await lab.app.StartAsync();
        lab.http.BaseAddress = new(lab.app.Urls.First());
        return lab;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(path);

    public Task<HttpResponseMessage> PostAsync(string path, object body) => http.PostAsJsonAsync(path, body);

    /// <summary>Status, and the error's code and message, or the body.</summary>
    public static async Task<string> TextOfAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode || body.Length == 0
            ? $"{(int)answer.StatusCode} {body}".TrimEnd()
            : $"{(int)answer.StatusCode} {Error(body, "code")}: {Error(body, "message")}";
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private static string? Error(string body, string member) =>
        JsonDocument.Parse(body).RootElement.GetProperty("error").GetProperty(member).GetString();
}
