using PairingLab.Drivers.Roles;
using PairingLab.Drivers.Time;
using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;
using PairingLab.TerminalTrust.Devices.Cas;
using PairingLab.TerminalTrust.Devices.Kiosk;
using PairingLab.TerminalTrust.Server;

namespace PairingLab.Host.Tests.Site;

/// <summary>
/// Somebody who presses every button of every screen, the one pressed least first, with every field filled: nothing throws, every
/// screen stays whole, and no button that a person knows was out of reach.
/// </summary>
public sealed class EveryButtonTests
{
    /// <summary>After these little else would be reached, or reached by chance only: they come at the end.</summary>
    private static readonly string[] AtTheEnd = [CasDevice.Migrate, CasDevice.Reinstall, "Restore", "Factory reset", "Unpair all", "Unpair *", "Add a virtual register"];

    private readonly Dictionary<string, int> pressed = new(StringComparer.Ordinal);
    private readonly Random random = new(7);

    [Fact]
    public async Task Of_payment_devices_and_registers()
    {
        await using var site = await LabSite.StartAsync(new()
        {
            Systems = ["smartconnect"],
            Stepped = true,
            Seed = 7,
            Devices = [new("payment-1", "payment-device"), new("payment-2", "payment-device"), new("register-1", "register")],
        });
        await PressAsync(site, 500, field => field switch
        {
            "Pairing code" => CodeShownAsync(site).GetAwaiter().GetResult(),
            "Amount" => "12.50",
            _ => null,
        });
        ShouldHavePressed(
            "Pair a register", "Cancel", "Registers", "Unpair *", "Unpair all", "Yes", "No", "Back", "Service", "Save", "Approve", "Decline", "OK",
            "Purchase", "Refund", "Back office", "Pair with a payment device", "Pair", "Register settings", "Add a virtual register", "Use *", "Back to sale", "Stop waiting");
    }

    [Fact]
    public async Task Of_CAS_and_terminals()
    {
        await using var site = await LabSite.StartAsync(new()
        {
            Systems = ["terminal-trust"],
            Stepped = true,
            Seed = 7,
            Devices = [new("cas-1", "cas"), new("kiosk-1", "kiosk-terminal"), new("kiosk-2", "kiosk-terminal", Base: "20221118")],
        });
        var cas = (CasDevice)site.Shelf.Find("cas-1")!;
        var serials = site.Shelf.All.OfType<KioskDevice>().Select(k => k.Serial).ToList();
        await PressAsync(site, 1500, field => field switch
        {
            "User name" => "operator",
            "Password" => CasUser.OperatorPassword,
            "Authentication code" => CodeOf(cas, site),
            "Serial number" => serials.FirstOrDefault(s => !cas.Server!.State.Terminals.ContainsKey(s)) ?? "BT999",
            "Server host" => cas.Addresses!.Gate["https://".Length..],
            "Pairing code or piece" or "Fingerprints" => site.Shelf.All.OfType<KioskDevice>().First().State!.Code,
            _ => null,
        });
        ShouldHavePressed(
            "Sign In", "Verify", "Sign Out", "Create terminal", "Create", "Actions *", "Unpair", "Yes", "No", "Generate VPN configuration", "Deactivate", "Activate",
            "Pairing requests", "Approve *", "Select *", "Deselect *", "Select fingerprints", "Approve selected", "Compare", "Approve", "Refuse", "Upgrades", "Events",
            "Settings", "Save", "Back", CasDevice.Migrate, CasDevice.Reinstall,
            "Advanced administration", "Deployment scenario A", "Deployment scenario B", "Restore", "Factory reset", "Close");
    }

    /// <summary>Whoever needs a code goes to a payment device and has it shown.</summary>
    private static async Task<string> CodeShownAsync(LabSite site)
    {
        foreach (var device in site.Shelf.All.Where(d => d.Panel.Buttons.Any(b => b.Name == "Pair a register")))
        {
            await device.PressAsync("Pair a register");
        }

        await site.Clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        return site.Shelf.All.Where(d => d.Panel.Title == "Pairing").SelectMany(d => d.Panel.Texts).FirstOrDefault(t => t.Length == 6) ?? "ZZZZZZ";
    }

    /// <summary>The code of the half minute that begins now: none is taken twice.</summary>
    private static string CodeOf(CasDevice cas, LabSite site)
    {
        site.Clock.AdvanceAsync(Totp.Step).GetAwaiter().GetResult();
        return new AuthenticatorApp(cas.Server!.TotpSecret, new RealTime(site.Clock)).NextCodeAsync().GetAwaiter().GetResult();
    }

    private async Task PressAsync(LabSite site, int times, Func<string, string?> textFor)
    {
        for (var i = 0; i < times; i++)
        {
            // Always the least pressed one would never go two steps in a row that belong together.
            var wanders = random.Next(2) == 0;
            var (device, button, place) = site.Shelf.All
                .SelectMany(d => d.Panel.Buttons.Select(b => (Device: d, Button: b.Name, Place: $"{d.Card.Kind}: {NameOf(d.Panel.Title)}: {NameOf(b.Name)}")))
                .Where(b => i > times * 4 / 5 || !AtTheEnd.Contains(NameOf(b.Button), StringComparer.Ordinal))
                .OrderBy(b => pressed.GetValueOrDefault(b.Place) + (wanders ? random.Next(1000) : 0))
                .First();
            foreach (var field in device.Panel.Fields)
            {
                await device.EnterAsync(field.Name, textFor(field.Name) ?? field.Value);
            }

            // A button that what was typed has not made ready counts as tried, or nothing else would ever be.
            Count(place);
            if (device.Panel.Buttons.Any(b => b.Name == button && b.Enabled))
            {
                await device.PressAsync(button);
                Count(NameOf(button));
            }

            await site.Clock.AdvanceAsync(TimeSpan.FromSeconds(3));
            foreach (var panel in site.Shelf.All.Select(d => d.Panel))
            {
                panel.Title.ShouldNotBeEmpty($"{panel.Device} after [{button}]");
                panel.Buttons.Select(b => b.Name).ShouldBeUnique($"{panel.Device} after [{button}]");
            }
        }
    }

    private void Count(string what) => pressed[what] = pressed.GetValueOrDefault(what) + 1;

    private void ShouldHavePressed(params string[] names) => names.Except(pressed.Keys, StringComparer.Ordinal).ShouldBeEmpty("buttons that nobody got to");

    /// <summary>"Actions *" for "Actions BT101308": the button's words without whom it is for.</summary>
    private static string NameOf(string button) =>
        new[] { "Actions ", "Terminal ", "Approve ", "Select ", "Deselect ", "Unpair ", "Use " }.FirstOrDefault(w => button.StartsWith(w, StringComparison.Ordinal)) is { } word
        && button is not ("Select fingerprints" or "Approve selected" or "Unpair all")
            ? $"{word}*"
            : button;
}
