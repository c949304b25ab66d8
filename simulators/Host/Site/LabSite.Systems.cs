using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;

namespace PairingLab.Host.Site;

/// <summary>A site's systems and its first devices: how they come up, and how they begin anew.</summary>
public sealed partial class LabSite
{
    private readonly SemaphoreSlim resetting = new(1, 1);

    /// <summary>
    /// Begins anew: all devices are those that the lab was started with, and nobody has paired with anybody. The clock, which never goes
    /// back, the ports and the authority of its certificates stay. What went wrong, null when nothing did.
    /// </summary>
    public async Task<string?> ResetAsync(CancellationToken cancel = default)
    {
        await resetting.WaitAsync(cancel);
        try
        {
            Travel.Stop();
            foreach (var device in Devices.All.Reverse().ToList())
            {
                await RemoveAsync(device.Info.Id);
            }

            var old = systems;
            systems = [];
            foreach (var system in old)
            {
                await system.DisposeAsync();
                system.Forget();
                Cables.TakeUp(system.Description.Name);
            }

            var gone = store.ReadAll("").Where(d => d.Key != ClockKey && d.Key != LabAuthority.Key && !IsPort(d.Key));
            store.Save([.. gone.Select(d => (d.Key, (string?)null))]);
            await StartSystemsAsync(cancel);
            Connected?.Invoke();
            return null;
        }
        catch (SiteException e)
        {
            return e.Message;
        }
        finally
        {
            resetting.Release();
        }
    }

    private static bool IsPort(string key) => key.Split('/').Any(part => part is "port" or "ports");

    private async Task StartSystemsAsync(CancellationToken cancel)
    {
        foreach (var system in options.Known.Make(
            options, new(Clock, Cables, Tap, store, Lines, options.Seed, options.DataFolder) { Listening = Listening }))
        {
            systems = [.. systems, system];
            try
            {
                await system.StartAsync(cancel);
            }
            catch (IOException e)
            {
                throw new SiteException(
                    $"{system.Description.Name}: its port is in use ({e.Message}); "
                    + "stop the other program, or give the lab another folder with --data",
                    e);
            }
        }

        foreach (var spec in options.Devices)
        {
            if (await AddAsync(spec) is { } whyNot)
            {
                throw new SiteException($"device '{spec.Id}': {whyNot}");
            }
        }
    }
}
