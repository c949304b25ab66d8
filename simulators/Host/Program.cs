using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;

var site = await LabSite.StartAsync(new()
{
    Port = 7070,
    Stepped = args.Contains("stepped"),
    Devices =
    [
        new("commander-1", "commander-display"),
        new("config-1", "configuration-client"),
        new("pos-1", "pos-workstation"),
        new("pos-2", "pos-workstation", "Ruby2"),
    ],
});
Console.WriteLine(site.Address);
await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
