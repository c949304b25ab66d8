using PairingLab.Commander.Service;
using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;

namespace PairingLab.Benchmarks;

/// <summary>Pairs every workstation of a site by pressing what a person presses, without a driver in between.</summary>
internal static class PairedSite
{
    /// <summary>Pairs all; the site has commander-1 and config-1.</summary>
    public static async Task PairAllAsync(LabSite site)
    {
        var client = site.Devices.Find("config-1")!;
        await site.Clock.AdvanceAsync(TimeSpan.FromSeconds(5));
        await client.EnterAsync("User Name", "manager");
        await client.EnterAsync("Password", CommanderUsers.ManagerPassword);
        await PressAsync(client, "Sign In");
        await PressAsync(client, "Security");
        await PressAsync(client, "Site Security");
        await PressAsync(client, "Generate OTP");
        await PressAsync(client, "Ok");
        await client.EnterAsync("OTP", await SiteOtpAsync(site));
        await PressAsync(client, "Ok");
        foreach (var workstation in site.Devices.All.Where(d => d.Info.Kind == "pos-workstation"))
        {
            await PressAsync(client, "Start Pairing Service");
            await PressAsync(client, "Ok");
            await PressAsync(workstation, "Pair POS");
            await UntilAsync(workstation, p => p.Fields.Count == 1);
            await PressAsync(client, "Retrieve Pairing OTP");
            await UntilAsync(client, p => p.Title == "Pairing session OTP");
            await workstation.EnterAsync("Pairing OTP", client.Panel.Texts[0]);
            await PressAsync(client, "Ok");
            await PressAsync(workstation, "OK");
            await UntilAsync(workstation, p => p.Texts.Contains("Successfully Paired"));
            await PressAsync(workstation, "OK");
        }

        await site.Clock.AdvanceAsync(TimeSpan.FromSeconds(10));
    }

    private static async Task<string> SiteOtpAsync(LabSite site)
    {
        var display = site.Devices.Find("commander-1")!;
        var first = display.Panel.Texts[0];
        await site.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        return first[..2] + display.Panel.Texts[0];
    }

    internal static async Task PressAsync(IDevice device, string button)
    {
        await UntilAsync(device, p => p.Buttons.Any(b => b.Name == button && b.Enabled));
        await device.PressAsync(button);
    }

    internal static async Task UntilAsync(IDevice device, Func<Panel, bool> condition)
    {
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (condition(device.Panel))
            {
                changed.TrySetResult();
            }
        }

        device.Changed += Look;
        Look();
        try
        {
            await changed.Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
        }
        finally
        {
            device.Changed -= Look;
        }
    }
}
