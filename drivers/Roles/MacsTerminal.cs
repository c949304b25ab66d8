using System.Globalization;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>Staff and cardholder at a MACS device. Flow: Access Control description, "Terminal User's Flow".</summary>
public sealed class MacsTerminal(IPanel panel, IEvidenceSink evidence)
{
    private const string PleaseWait = "Please wait...";
    private const string IdentityConfirmed = "Identity confirmed";

    /// <summary>The panel itself.</summary>
    public IPanel Panel => panel;

    /// <summary>Enters the pairing code and initiates the pairing process.</summary>
    public async Task<PanelReading> PairAsync(string code)
    {
        evidence.Secret(code);
        await AcknowledgeAsync();
        await panel.SettleAsync(p => p.Field("Pairing code") is not null, "the pairing code's field");
        await panel.EnterAsync("Pairing code", code);
        return await DoAsync("Pair");
    }

    /// <summary>Staff checks the identity, the cardholder taps ("Contactless") or inserts ("Chip") the card.</summary>
    public async Task<PanelReading> TapAsync(string pan, string expiry, string mode)
    {
        evidence.Secret(pan);
        await AcknowledgeAsync();
        await panel.PressWhenOfferedAsync(IdentityConfirmed);
        await panel.SettleAsync(p => p.Field("Card number") is not null, "the card reader");
        await panel.EnterAsync("Card number", pan);
        await panel.EnterAsync("Expiry date", expiry);
        return await DoAsync(mode);
    }

    /// <summary>Chooses guests with the selectors.</summary>
    public async Task ChooseGuestsAsync(int adults, int children, string ages = "")
    {
        await TimesAsync("Adult guest +", adults, "Adult guests");
        await TimesAsync("Child +", children, "Children");
        if (ages.Length > 0)
        {
            await panel.EnterAsync("Ages of children", ages);
        }
    }

    /// <summary>Confirms the entry.</summary>
    public Task<PanelReading> ConfirmAsync() => DoAsync("Confirm");

    /// <summary>[Download lists].</summary>
    public async Task<PanelReading> DownloadListsAsync()
    {
        await AcknowledgeAsync();
        return await DoAsync("Download lists");
    }

    /// <summary>Presses a button and waits for what comes of it.</summary>
    public async Task<PanelReading> DoAsync(string button)
    {
        await panel.PressWhenOfferedAsync(button);
        return await panel.WaitUntilAsync(p => !p.Texts.Contains(PleaseWait), "an answer", TimeSpan.FromMinutes(1));
    }

    /// <summary>[OK] on a message, if there is one.</summary>
    public async Task AcknowledgeAsync()
    {
        var reading = await panel.WaitUntilAsync(
            p => p.Title.Length > 0 && !p.Texts.Contains(PleaseWait), "a screen", TimeSpan.FromMinutes(1));
        if (reading.Button("OK") is { Enabled: true })
        {
            await panel.PressAsync("OK");
        }
    }

    private async Task TimesAsync(string button, int times, string what)
    {
        for (var i = 1; i <= times; i++)
        {
            await panel.PressWhenOfferedAsync(button);
            var text = string.Create(CultureInfo.InvariantCulture, $"{what}: {i} of");
            await panel.WaitUntilAsync(p => p.Says(text), $"\"{text}\"");
        }
    }
}
