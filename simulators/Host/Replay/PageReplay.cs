using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Kernel.Network;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Replay;

/// <summary>Serves a recorded page to a browser, by the contract that the lab's panels keep to.</summary>
public sealed class PageReplay : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly RecordedPage page;

    private PageReplay(WebApplication app, RecordedPage page) => (this.app, this.page) = (app, page);

    /// <summary>Where it is.</summary>
    public Uri Address => new($"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}/");

    /// <summary>What the driver did that was not done at the bench; null while there is nothing.</summary>
    public string? Deviation => page.Deviation;

    /// <summary>Offers a page on a port of this machine.</summary>
    /// <param name="seen">What it showed in one scenario; at least one reading.</param>
    /// <param name="clock">The time of the recording.</param>
    /// <param name="cancel">Ends the opening.</param>
    internal static async Task<PageReplay> StartAsync(
        IReadOnlyList<PanelSeen> seen, RecordedClock clock, CancellationToken cancel = default)
    {
        var recorded = new RecordedPage(seen, clock);
        var gate = new Lock();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseBoundedKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging();
        var web = builder.Build();
        web.UseRouting();
        web.MapGet("/", () => Results.Text(ReplayedPanelPage.Html, "text/html"));
        web.MapGet("/panel", () => Answer(recorded.Read));
        web.MapPost("/press", (string name) => Answer(() =>
        {
            recorded.Press(name);
            return recorded.Read();
        }));
        web.MapPost("/enter", (string name, string? text) => Answer(() =>
        {
            recorded.Enter(name, text ?? "");
            return recorded.Read();
        }));
        await web.StartAsync(cancel);
        return new(web, recorded);

        IResult Answer(Func<PanelSeen> ask)
        {
            lock (gate)
            {
                return Results.Json(ask(), System.Text.Json.JsonSerializerOptions.Web);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}

/// <summary>The page.</summary>
internal static class ReplayedPanelPage
{
    public const string Html = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Replayed</title>
        <style>
          body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 1.5rem auto; padding: 0 1rem; overflow-wrap: anywhere }
          button, input { font: inherit; padding: .5rem 1rem; margin: 0 .5rem .5rem 0; max-width: 100%; box-sizing: border-box }
        </style>
        <main></main>
        <script>
          const main = document.querySelector('main');
          let last = '', busy = 0;
          const element = (tag, text) => { const e = document.createElement(tag); e.textContent = text; return e; };
          function show(panel) {
            const now = JSON.stringify([panel.title, panel.texts, panel.buttons, panel.fields]);
            if (now === last) return;
            last = now;
            main.replaceChildren(element('h1', panel.title), ...panel.texts.map(t => element('p', t)),
              ...panel.fields.map(f => {
                const label = element('label', f.name + ' '), input = document.createElement('input');
                input.value = f.value; input.disabled = !f.enabled; input.ariaLabel = f.name;
                input.addEventListener('change', () => act('/enter', f.name, input.value));
                input.addEventListener('input', () => act('/enter', f.name, input.value));
                label.append(input); return label; }),
              ...panel.buttons.map(b => {
                const button = element('button', b.name);
                button.disabled = !b.enabled;
                button.addEventListener('click', () => act('/press', b.name));
                return button; }));
          }
          async function act(path, name, text) {
            busy++; main.ariaBusy = 'true';
            const asked = new URLSearchParams({ name, ...(text === undefined ? {} : { text }) });
            try { show(await (await fetch(path + '?' + asked, { method: 'POST' })).json()); }
            finally { if (--busy === 0) main.ariaBusy = null; }
          }
          async function look() {
            try { if (!busy) { const panel = await (await fetch('/panel')).json(); if (!busy) show(panel); } } catch { /* it has ended */ }
            setTimeout(look, 50);
          }
          look();
        </script>
        </html>
        """;
}
