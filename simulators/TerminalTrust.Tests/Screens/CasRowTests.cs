using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PairingLab.TerminalTrust.Screens;

namespace PairingLab.TerminalTrust.Tests.Screens;

/// <summary>A row of the terminal list as a page.</summary>
public sealed class CasRowTests
{
    /// <summary>The mark is drawn for the eye and written for whoever has the page read out: both or neither.</summary>
    [Theory]
    [InlineData("BT1, Online 🔒, firmware 20230801, paired 2026-01-05 08:00:00", true)]
    [InlineData("BT1, Online, firmware 20230801, paired 2026-01-05 08:00:00", false)]
    [InlineData("BT1, Offline, firmware 20230801, paired 2026-01-05 08:00:00", false)]
    public async Task The_lock_mark_is_drawn_for_a_terminal_that_comes_through_the_vpn(string row, bool isDrawn)
    {
        var html = await HtmlOfAsync(row);
        html.Contains("<svg class=\"cas-lock\"", StringComparison.Ordinal).ShouldBe(isDrawn, html);
        html.Contains("🔒", StringComparison.Ordinal).ShouldBe(isDrawn, html);
    }

    private static async Task<string> HtmlOfAsync(string row)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Text"] = row });
        return await renderer.Dispatcher.InvokeAsync(async () => System.Net.WebUtility.HtmlDecode((await renderer.RenderComponentAsync<CasRow>(parameters)).ToHtmlString()));
    }
}
