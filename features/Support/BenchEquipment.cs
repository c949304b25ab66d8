using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Operator;
using PairingLab.Drivers.Panels;

namespace PairingLab.Features.Support;

/// <summary>What a bench's equipment does to devices that are not simulated: power, and the way back to a new installation.</summary>
public sealed class BenchEquipment(Bench bench, HttpClient http)
{
    private readonly BenchActionRunner runner = new(http);

    /// <summary>Switches a device's power by what the bench file says.</summary>
    public async Task PowerAsync(string device, bool on)
    {
        var power = bench.Devices.First(d => d.Id == device).Power
            ?? throw new BenchActionException($"{device}: the bench file has no \"power\"");

        // Where there is only a cycle, it is done when the power comes again.
        if ((on ? power.On ?? power.Cycle : power.Off) is { } action)
        {
            await runner.DoAsync($"power {(on ? "on" : "off")} of {device}", action);
        }
    }

    /// <summary>Brings devices to the state after a new installation: by what the bench file says, else by asking for it.</summary>
    public async Task ResetAsync(IReadOnlyList<BenchDevice> devices, OperatorSession person)
    {
        foreach (var device in devices)
        {
            if (device.Reset is { } reset)
            {
                await runner.DoAsync($"reset of {device.Id}", reset);
            }
        }

        var byHand = devices.Where(d => d.Reset is null).Select(d => d.Id).ToList();
        if (byHand.Count == 0)
        {
            return;
        }

        var answer = await person.AskAsync(
            "bench",
            QuestionKind.Do,
            $"Bring {string.Join(", ", byHand)} to the state after a new installation: nothing paired, nobody signed in.",
            []);
        if (answer.Verdict != Verdict.Pass)
        {
            // No is not the product's fault: the scenario has not begun.
            throw new NotApplicableException($"no new installation, says the operator{(answer.Text is null ? "" : $": {answer.Text}")}");
        }
    }
}
