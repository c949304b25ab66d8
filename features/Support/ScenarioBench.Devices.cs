using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Operator;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Roles;
using PairingLab.Drivers.Serial;

namespace PairingLab.Features.Support;

/// <summary>How a scenario reaches a device: its line, or its page in a browser.</summary>
public sealed partial class ScenarioBench
{
    /// <summary>A real display's line stands in the bench file, a simulated one's in the directory; it is read in the same way.</summary>
    private async Task<IStatusDisplay> ReachDisplayAsync(string commander) => Plan.Find(commander) switch
    {
        { Is: DeviceWay.Operator } => new OperatorDisplay(commander, Operator, witness),
        { Line: not null } row => await run.Displays.OpenAsync(row, PatienceWith(row), witness, Time),
        _ => await CommanderDisplay.OpenAsync(
            commander,
            (await DirectoryAsync()).Devices.Single(d => d.Id == commander).Line
                ?? throw new InvalidOperationException($"{commander} has no serial line"),
            Time,
            witness),
    };

    private async Task<IPanel> BrowseAsync(string device, TimeSpan patience, Uri page)
    {
        browser ??= (await run.BrowserAsync()).Session(traced: true);
        var opened = await browser.OpenAsync(device, page);
        return Plan.Find(device)?.Describe is { } file
            ? new DescribedPanel(device, opened, DeviceDescription.Read(file), Time, witness, patience)
            : new BrowserPanel(device, opened, Time, witness, patience);
    }
}
