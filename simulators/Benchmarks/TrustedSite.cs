using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;
using PairingLab.TerminalTrust.Devices.Cas;
using PairingLab.TerminalTrust.Devices.Kiosk;
using PairingLab.TerminalTrust.Service;
using KioskDevice = PairingLab.Kernel.Simulation.Device<
    PairingLab.TerminalTrust.Devices.Kiosk.KioskState,
    PairingLab.TerminalTrust.Devices.Kiosk.KioskRequest,
    PairingLab.TerminalTrust.Devices.Kiosk.KioskReply>;

namespace PairingLab.Benchmarks;

/// <summary>Pairs every terminal of a site by pressing what a person presses, without a driver in between.</summary>
internal static class TrustedSite
{
    private const string PairingCode = "Pairing code: ";

    /// <summary>Creates all terminals in CAS, gives them the server host, and approves them in bulk.</summary>
    public static async Task SetUpAsync(LabSite site, CasDevice cas, IReadOnlyList<KioskDevice> terminals, TimeSpan limit)
    {
        await SignInAsync(site, cas);
        var host = cas.Addresses!.ServerHost;
        foreach (var terminal in terminals)
        {
            await cas.PressAsync("Create terminal");
            await cas.EnterAsync(CasFields.Serial, terminal.State!.Serial);
            await cas.PressAsync("Create");
        }

        await UntilAsync(terminals, k => k.Panel.Buttons.Count > 0, limit);
        foreach (var terminal in terminals)
        {
            await terminal.PressAsync("Advanced administration");
            await terminal.PressAsync("Deployment scenario B");
            await terminal.EnterAsync(KioskLogic.HostField, host);
            await terminal.PressAsync("Save");
        }

        await UntilAllAskAsync(cas, terminals, limit);
        await ApproveInBulkAsync(cas, terminals);
        await UntilAsync(terminals, k => k.State!.InService, limit);
    }

    /// <summary>
    /// Waits until every terminal shows its code and its request is in CAS: master's rejection is shown a moment before gate has been
    /// asked.
    /// </summary>
    public static Task UntilAllAskAsync(CasDevice cas, IReadOnlyList<KioskDevice> terminals, TimeSpan limit) => UntilAsync(
        terminals,
        k => k.Panel.Texts.Contains("Reason: 2 not paired") && cas.Server!.State.Requests.ContainsKey(new(k.State!.Serial, k.State!.Code)),
        limit);

    /// <summary>Reads the code of every terminal, selects those fingerprints in CAS and approves them.</summary>
    public static async Task ApproveInBulkAsync(CasDevice cas, IReadOnlyList<KioskDevice> terminals)
    {
        if (cas.Server!.State.SignIn is null)
        {
            await SignInAsync(null, cas);
        }

        var codes = terminals.Select(k =>
            k.Panel.Texts.First(t => t.StartsWith(PairingCode, StringComparison.Ordinal))[PairingCode.Length..]);
        await cas.PressAsync("Pairing requests");
        await cas.EnterAsync(CasFields.Fingerprints, string.Join('\n', codes));
        await cas.PressAsync("Select fingerprints");
        await cas.PressAsync("Approve selected");
        if (cas.Panel.Title != "Terminals")
        {
            throw new InvalidOperationException($"the bulk approval was refused: {string.Join(' ', cas.Panel.Texts)}");
        }
    }

    /// <summary>Waits in real time until every terminal meets a condition.</summary>
    public static async Task UntilAsync(IReadOnlyList<KioskDevice> terminals, Func<KioskDevice, bool> condition, TimeSpan limit)
    {
        using var over = new CancellationTokenSource(limit, TimeProvider.System);
        while (terminals.Count(t => !condition(t)) is > 0 and var left)
        {
            if (over.IsCancellationRequested)
            {
                var one = terminals.First(t => !condition(t));
                throw new TimeoutException(
                    $"{left} of {terminals.Count} terminals are not there after {limit}; "
                    + $"{one.Info.Id} shows {one.Panel.Title}: {string.Join(" | ", one.Panel.Texts)}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    private static async Task SignInAsync(LabSite? site, CasDevice cas)
    {
        await cas.EnterAsync(CasFields.User, "operator");
        await cas.EnterAsync(CasFields.Password, CasUser.OperatorPassword);
        await cas.PressAsync("Sign In");
        var app = new Drivers.Roles.AuthenticatorApp(cas.Server!.TotpSecret, new Drivers.Time.RealTime(site?.Clock ?? TimeProvider.System));
        for (var i = 0; i < 2 && cas.Panel.Title != "Terminals"; i++)
        {
            await cas.EnterAsync(CasFields.Code, await app.NextCodeAsync());
            await cas.PressAsync("Verify");
            if (cas.Panel.Buttons.Any(b => b.Name == "Ok"))
            {
                await cas.PressAsync("Ok");
            }
        }
    }
}
