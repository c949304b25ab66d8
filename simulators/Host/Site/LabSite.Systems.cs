using System.Net.Sockets;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;

namespace PairingLab.Host.Site;

/// <summary>A site's systems and its first devices: how they come up, and how they begin anew.</summary>
public sealed partial class LabSite
{
    /// <summary>One change of what is there at a time: a device that comes during a reset is one of the lab that has begun anew.</summary>
    private readonly SemaphoreSlim changing = new(1, 1);

    /// <summary>
    /// Begins anew: all devices are those that the lab was started with, and nobody has paired with anybody. The clock, which never goes
    /// back, the ports and the authority of its certificates stay. What went wrong, null when nothing did; what can be there is there.
    /// </summary>
    /// <param name="cancel">Gives up waiting for another change. What has begun is done to its end, even when nobody waits for it.</param>
    public async Task<string?> ResetAsync(CancellationToken cancel = default)
    {
        await changing.WaitAsync(cancel);
        try
        {
            Travel.Stop();
            foreach (var device in Devices.All.Reverse().ToList())
            {
                await TakeAwayAsync(device.Info.Id);
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
            var wrong = await StartWhatCanAsync();
            Connected?.Invoke();
            return wrong.Count == 0 ? null : string.Join("; ", wrong);
        }
        finally
        {
            changing.Release();
        }
    }

    private static bool IsPort(string key) => key.Split('/').Any(part => part is "port" or "ports");

    private async Task StartSystemsAsync(CancellationToken cancel)
    {
        foreach (var system in MadeSystems())
        {
            await StartAsync(system, cancel);
        }

        foreach (var spec in options.Devices)
        {
            if (await AddAsync(spec) is { } whyNot)
            {
                throw new SiteException($"device '{spec.Id}': {whyNot}");
            }
        }
    }

    /// <summary>The same without those that fail: a port that is taken does not leave the lab empty. What is missing, and why.</summary>
    private async Task<List<string>> StartWhatCanAsync()
    {
        var wrong = new List<string>();
        foreach (var system in MadeSystems())
        {
            try
            {
                await StartAsync(system, CancellationToken.None);
            }
            catch (Exception e) when (e is SiteException or StoreException or SocketException)
            {
                wrong.Add(e.Message);
                systems = [.. systems.Where(s => s != system)];
                await system.DisposeAsync();
            }
        }

        foreach (var spec in options.Devices.Where(d => systems.Any(s => s.Description.Find(d.Kind) is not null)))
        {
            if (await PlugInAsync(spec) is { } whyNot)
            {
                wrong.Add($"device '{spec.Id}': {whyNot}");
            }
        }

        return wrong;
    }

    private IEnumerable<IPairingSystem> MadeSystems() => options.Known.Make(
        options, new(Clock, Cables, Tap, store, Lines, options.Seed, options.DataFolder) { Listening = Listening });

    private async Task StartAsync(IPairingSystem system, CancellationToken cancel)
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
}
