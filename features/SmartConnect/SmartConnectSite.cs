using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.SmartConnect;

/// <summary>The people and devices of a SmartConnect site, as a scenario speaks of them.</summary>
public sealed class SmartConnectSite(ScenarioBench bench)
{
    private readonly Dictionary<string, PaymentDevice> devices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PosRegister> registers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> shownAt = new(StringComparer.Ordinal);

    /// <summary>The bench.</summary>
    public ScenarioBench Bench => bench;

    /// <summary>Somebody at a payment device.</summary>
    public async Task<PaymentDevice> DeviceAsync(string id)
    {
        if (!devices.TryGetValue(id, out var device))
        {
            devices[id] = device = new(await bench.PanelAsync(id), bench.Witness);
        }

        return device;
    }

    /// <summary>Somebody at a register.</summary>
    public async Task<PosRegister> RegisterAsync(string id)
    {
        if (!registers.TryGetValue(id, out var register))
        {
            registers[id] = register = new(await bench.PanelAsync(id));
        }

        return register;
    }

    /// <summary>Initiates pairing on a device and notes the code.</summary>
    public async Task OpenPairingAsync(string device)
    {
        var code = await (await DeviceAsync(device)).OpenPairingAsync();
        await NoteAsync(device, code);
    }

    /// <summary>Waits for the next code of a device and notes it.</summary>
    public async Task NoteNextCodeAsync(string device)
    {
        var code = await (await DeviceAsync(device)).WaitForCodeAsync(codes.GetValueOrDefault(device, []).LastOrDefault());
        await NoteAsync(device, code);
    }

    /// <summary>The code that was noted last.</summary>
    public string CodeOf(string device) => codes[device][^1];

    /// <summary>The code that was noted before it.</summary>
    public string OldCodeOf(string device) => codes[device][^2];

    /// <summary>Pairs a register with a device, from the code to the message.</summary>
    public async Task PairAsync(string register, string device)
    {
        await OpenPairingAsync(device);
        await (await RegisterAsync(register)).PairAsync(CodeOf(device));
        await (await DeviceAsync(device)).Panel.WaitUntilItSaysAsync("is paired with this device.");
        await (await DeviceAsync(device)).ReadyAsync();
    }

    /// <summary>Lets lab time pass until the noted code of a device is so old.</summary>
    public async Task AgeCodeAsync(string device, TimeSpan age)
    {
        var left = shownAt[device] + age - await bench.Time.NowAsync();
        left.ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero, $"the scenario itself has taken longer than {age} since the code was shown");
        await bench.Time.PassAsync(left);
    }

    private async Task NoteAsync(string device, string code)
    {
        shownAt[device] = await bench.Time.NowAsync();
        codes[device] = [.. codes.GetValueOrDefault(device, []), code];
    }
}
