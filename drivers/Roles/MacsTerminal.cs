using System.Globalization;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>Staff and cardholder at a MACS device. Flow: seed 003_af06a803ac24d8ec, "Terminal User's Flow".</summary>
public sealed class MacsTerminal(IPanel panel, IWitness witness)
{
    private const string PleaseWait = "Please wait...";
    private const string IdentityConfirmed = "Identity confirmed";

    /// <summary>The panel itself.</summary>
    public IPanel Panel => panel;

    /// <summary>Enters the pairing code and initiates the pairing process.</summary>
    public async Task<PanelReading> PairAsync(string code)
    {
        witness.Secret(code);
        await AcknowledgeAsync().ConfigureAwait(false);
        await panel.WaitUntilAsync(p => p.Field("Pairing code") is not null, "the pairing code's field").ConfigureAwait(false);
        await panel.EnterAsync("Pairing code", code).ConfigureAwait(false);
        return await DoAsync("Pair").ConfigureAwait(false);
    }

    /// <summary>Staff checks the identity, the cardholder taps ("Contactless") or inserts ("Chip") the card.</summary>
    public async Task<PanelReading> TapAsync(string pan, string expiry, string mode)
    {
        witness.Secret(pan);
        await AcknowledgeAsync().ConfigureAwait(false);
        await panel.PressWhenOfferedAsync(IdentityConfirmed).ConfigureAwait(false);
        await panel.WaitUntilAsync(p => p.Field("Card number") is not null, "the card reader").ConfigureAwait(false);
        await panel.EnterAsync("Card number", pan).ConfigureAwait(false);
        await panel.EnterAsync("Expiry date", expiry).ConfigureAwait(false);
        return await DoAsync(mode).ConfigureAwait(false);
    }

    /// <summary>Chooses guests with the selectors.</summary>
    public async Task ChooseGuestsAsync(int adults, int children, string ages = "")
    {
        await TimesAsync("Adult guest +", adults, "Adult guests").ConfigureAwait(false);
        await TimesAsync("Child +", children, "Children").ConfigureAwait(false);
        if (ages.Length > 0)
        {
            await panel.EnterAsync("Ages of children", ages).ConfigureAwait(false);
        }
    }

    /// <summary>Confirms the entry.</summary>
    public Task<PanelReading> ConfirmAsync() => DoAsync("Confirm");

    /// <summary>[Download lists].</summary>
    public async Task<PanelReading> DownloadListsAsync()
    {
        await AcknowledgeAsync().ConfigureAwait(false);
        return await DoAsync("Download lists").ConfigureAwait(false);
    }

    /// <summary>Presses a button and waits for what comes of it.</summary>
    public async Task<PanelReading> DoAsync(string button)
    {
        await panel.PressWhenOfferedAsync(button).ConfigureAwait(false);
        return await panel.WaitUntilAsync(p => !p.Texts.Contains(PleaseWait), "an answer", TimeSpan.FromMinutes(1)).ConfigureAwait(false);
    }

    /// <summary>[OK] on a message, if there is one.</summary>
    public async Task AcknowledgeAsync()
    {
        var reading = await panel.WaitUntilAsync(p => p.Title.Length > 0 && !p.Texts.Contains(PleaseWait), "a screen", TimeSpan.FromMinutes(1)).ConfigureAwait(false);
        if (reading.Button("OK") is { Enabled: true })
        {
            await panel.PressAsync("OK").ConfigureAwait(false);
        }
    }

    private async Task TimesAsync(string button, int times, string what)
    {
        for (var i = 1; i <= times; i++)
        {
            await panel.PressWhenOfferedAsync(button).ConfigureAwait(false);
            var text = string.Create(CultureInfo.InvariantCulture, $"{what}: {i} of");
            await panel.WaitUntilAsync(p => p.Says(text), $"\"{text}\"").ConfigureAwait(false);
        }
    }
}
