using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Cas;

namespace PairingLab.TerminalTrust.Tests.Devices;

/// <summary>A row of the terminal list on CAS's page.</summary>
public sealed class CasRowTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static readonly Terminal Paired = new("BT1") { Firmware = "20230801", Fingerprint = "AA", PairedAt = At };

    public static TheoryData<Terminal, string> Rows => new()
    {
        { Paired with { Session = new(At, ThroughVpn: true) }, "BT1, Online 🔒, firmware 20230801, paired 2026-01-05 08:00:00" },
        { Paired with { Session = new(At, ThroughVpn: false) }, "BT1, Online, firmware 20230801, paired 2026-01-05 08:00:00" },
        { Paired, "BT1, Offline, firmware 20230801, paired 2026-01-05 08:00:00" },
    };

    /// <summary>A screen reader and the JSON of the panel have the same text.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_row_on_the_page_reads_as_the_text_of_the_panel(Terminal terminal, string text)
    {
        RowOf(terminal).Text.ShouldBe(text);
        TextIn(await HtmlOfAsync(terminal)).ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_lock_mark_is_drawn_for_a_terminal_that_comes_through_the_vpn(Terminal terminal, string text) =>
        (await HtmlOfAsync(terminal)).Contains("<svg class=\"cas-lock\"", StringComparison.Ordinal)
            .ShouldBe(text.Contains(CasRows.Lock, StringComparison.Ordinal));

    private static Kernel.Panels.PanelText RowOf(Terminal terminal) => CasRows.Of(terminal, ServerState.New, []);

    private static string TextIn(string html) => System.Xml.Linq.XElement.Parse(html).Value.Trim();

    private static async Task<string> HtmlOfAsync(Terminal terminal)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var row = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Row"] = RowOf(terminal) });
        return await renderer.Dispatcher.InvokeAsync(
            async () => WebUtility.HtmlDecode((await renderer.RenderComponentAsync<CasRow>(row)).ToHtmlString()));
    }
}
