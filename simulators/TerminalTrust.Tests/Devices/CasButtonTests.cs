using PairingLab.Kernel.Panels;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Cas;

namespace PairingLab.TerminalTrust.Tests.Devices;

/// <summary>Every button of every page of CAS is pressed, each on a new server.</summary>
public sealed class CasButtonTests
{
    private static readonly Dictionary<string, string> Typed = new(StringComparer.Ordinal)
    {
        [CasFields.User] = "clerk",
        [CasFields.Password] = "Clerk-7741",
        [CasFields.Serial] = "BT7",
        [CasFields.PairingCode] = "AAAA",
        [CasFields.Fingerprints] = Prints("B"),
        [CasFields.ExchangeRate] = "60000",
        [CasFields.IpWhitelist] = "10.0.0.5",
        [CasFields.OpeningHours] = "08:00-20:00",
    };

    /// <summary>A button that changes nothing should not be offered.</summary>
    [Fact]
    public async Task Every_button_that_is_offered_does_something()
    {
        var pages = new HashSet<string>(StringComparer.Ordinal);
        var ways = new Queue<string[]>([[]]);
        while (ways.TryDequeue(out var way))
        {
            var (_, page) = await AfterAsync(way);
            if (!pages.Add($"{page.Title}: {string.Join(", ", page.Buttons.Select(b => $"{b.Name} {b.Enabled}"))}"))
            {
                continue;
            }

            foreach (var button in page.Buttons.Where(b =>
                b is { Enabled: true, Name: not (CasDevice.Migrate or CasDevice.Reinstall or CasDevice.Relicense) }))
            {
                var (after, _) = await AfterAsync([.. way, button.Name]);
                Told(after).ShouldNotBe(Told(page), $"[{button.Name}] after {string.Join(" > ", way)}");
                ways.Enqueue([.. way, button.Name]);
            }
        }

        string[] titles =
        [
            "CAS sign-in", "Terminals", "Pairing requests", "Approve BT1", "Create terminal", "Terminal BT2", "Unpair BT2", "Upgrades",
            "Events", "Settings", "CAS",
        ];
        titles.Except(pages.Select(p => p[..p.IndexOf(':', StringComparison.Ordinal)]), StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static string Told(Panel panel) => string.Join(
        " | ", [panel.Title, .. panel.Texts, .. panel.Buttons.Select(b => b.ToString()), .. panel.Fields.Select(f => f.ToString())]);

    /// <summary>The panel after these buttons, each pressed with the fields beside it filled; then with its own fields filled.</summary>
    private static async Task<(Panel Shown, Panel Filled)> AfterAsync(string[] way)
    {
        await using var cas = await SignedInAsync();
        foreach (var button in way)
        {
            await FillAsync(cas);
            await cas.PressAsync(button);
        }

        var shown = cas.Panel;
        await FillAsync(cas);
        return (shown, cas.Panel);
    }

    private static async Task FillAsync(RunningCas cas)
    {
        foreach (var field in cas.Panel.Fields)
        {
            await cas.EnterAsync(field.Name, Typed[field.Name]);
        }
    }

    /// <summary>One terminal asks, one is paired, one is being upgraded.</summary>
    private static async Task<RunningCas> SignedInAsync()
    {
        var cas = await RunningCas.StartSignedInAsync();
        var server = cas.Server;
        foreach (var serial in new[] { "BT1", "BT2", "BT3" })
        {
            server.Do(new CreateTerminal(serial));
        }

        server.Do(new Hello("BT1", "20230801", Prints("A")));
        server.Do(new Hello("BT2", "20230801", Prints("B")));
        server.Do(new ApproveRequests([new("BT2", Prints("B"))]));
        server.Do(new Hello("BT3", "20221118", Prints("C")));
        return cas;
    }

    private static string Prints(string digit) => string.Join('-', Enumerable.Repeat(string.Concat(Enumerable.Repeat(digit, 4)), 16));
}
