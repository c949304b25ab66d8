using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>Somebody at a terminal. Texts: Terminal trust troubleshooting guide, and the lab's own.</summary>
public sealed class KioskTerminal(IPanel panel)
{
    private const string Administration = "Advanced administration";
    private const string PairingCode = "Pairing code: ";

    // Two upgrades, each with its eight pieces and a boot, and the ways between.
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(3);

    /// <summary>The panel itself.</summary>
    public IPanel Panel => panel;

    /// <summary>Its serial number, once it was read; "" before.</summary>
    public string Serial { get; private set; } = "";

    /// <summary>Reads the serial number in advanced administration.</summary>
    public async Task<string> ReadSerialAsync()
    {
        if (Serial.Length == 0)
        {
            Serial = await ReadAdministrationAsync("Serial number: ");
        }

        return Serial;
    }

    /// <summary>The fingerprint of its own certificate, as advanced administration shows it.</summary>
    public Task<string> ReadFingerprintAsync() => ReadAdministrationAsync("Certificate fingerprint: ");

    /// <summary>Reads a line of advanced administration that begins so.</summary>
    public async Task<string> ReadAdministrationAsync(string beginning)
    {
        var shown = await OpenAdministrationAsync();
        await panel.PressAsync("Close");
        return shown.Texts.First(t => t.StartsWith(beginning, StringComparison.Ordinal))[beginning.Length..];
    }

    /// <summary>Sets the server host in advanced administration.</summary>
    public async Task SetServerHostAsync(string host)
    {
        await OpenAdministrationAsync();
        await panel.EnterAsync("Server host", host);
        await panel.PressWhenOfferedAsync("Save");
    }

    /// <summary>Says in advanced administration where the VPN is.</summary>
    public async Task UseDeploymentScenarioAsync(string scenario)
    {
        var shown = await OpenAdministrationAsync();
        var button = $"Deployment scenario {scenario}";
        if (shown.Button(button) is { Enabled: true })
        {
            await panel.PressAsync(button);
        }

        await panel.PressAsync("Close");
    }

    /// <summary>Restore, or factory reset, and the boot after it.</summary>
    public async Task WipeAsync(string button)
    {
        await OpenAdministrationAsync();
        await panel.PressAsync(button);
        await panel.PressWhenOfferedAsync("Yes");
        await panel.WaitUntilAsync(p => p.Button(Administration) is not null, "the end of its start");
    }

    /// <summary>Waits until the error screen shows that the operator has not decided, and reads the pairing code.</summary>
    public async Task<string> WaitForPairingCodeAsync()
    {
        var shown = await panel.WaitUntilAsync(
            p => p.Title == "Error" && p.Says("2 not paired"), "the error screen with the pairing code", LongEnough);
        return shown.Texts.First(t => t.StartsWith(PairingCode, StringComparison.Ordinal))[PairingCode.Length..];
    }

    /// <summary>Waits for the normal screen.</summary>
    public Task<PanelReading> WaitUntilInServiceAsync() => panel.WaitUntilTitledAsync("Welcome", LongEnough);

    private async Task<PanelReading> OpenAdministrationAsync()
    {
        await panel.PressWhenOfferedAsync(Administration);
        return await panel.WaitUntilTitledAsync(Administration);
    }
}
