using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;

namespace PairingLab.Host.Tests.Site;

/// <summary>One of the lab's systems, before whose start something happens: a pause, a port that another program has.</summary>
internal sealed class HeldSystem(IPairingSystem system, Func<Task> before) : IPairingSystem
{
    public SystemDescription Description => system.Description;

    public IEnumerable<SystemInfo> Directory => system.Directory;

    /// <summary>The same systems, of which one is held at its second start: that of a reset.</summary>
    public static PairingSystems SecondStart(string held, Func<Task> before)
    {
        var starts = 0;
        return new([.. PairingSystems.BuiltIn.All.Select(s => s.Name != held ? s : s with
        {
            Make = (parts, settings) => ++starts == 2 ? new HeldSystem(s.Make(parts, settings), before) : s.Make(parts, settings),
        })]);
    }

    public async Task StartAsync(CancellationToken cancel)
    {
        await before();
        await system.StartAsync(cancel);
    }

    public (IDevice? Device, string? WhyNot) Make(DeviceInfo info, DeviceSpec spec) => system.Make(info, spec);

    public string? Connect(string device, string to) => system.Connect(device, to);

    public (IReadOnlyList<string> Ids, string? Now) Connections(string device) => system.Connections(device);

    public PairingGuide? Guide(IReadOnlyList<IDevice> devices) => system.Guide(devices);

    public ValueTask DisposeAsync() => system.DisposeAsync();
}
