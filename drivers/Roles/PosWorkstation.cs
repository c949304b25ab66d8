using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>Somebody at a POS workstation. Texts: seed 000_f8be18cc1b9990f5.</summary>
public sealed class PosWorkstation(IPanel panel)
{
    /// <summary>The panel itself.</summary>
    public IPanel Panel => panel;

    /// <summary>CSR Func > Maintenance Menu > [Perform POS Pairing] > [Yes], and the reboot, until it displays "Pair POS".</summary>
    public async Task EnterPairingModeAsync()
    {
        await OpenMaintenanceMenuAsync().ConfigureAwait(false);
        await panel.PressWhenOfferedAsync("Perform POS Pairing").ConfigureAwait(false);
        await panel.PressWhenOfferedAsync("Yes").ConfigureAwait(false);
        await WaitUntilReadyToPairAsync().ConfigureAwait(false);
    }

    /// <summary>From Login or Sales to CSR Func > Maintenance Menu.</summary>
    public async Task OpenMaintenanceMenuAsync()
    {
        await GoToSalesAsync().ConfigureAwait(false);
        await panel.PressWhenOfferedAsync("CSR Func").ConfigureAwait(false);
        await panel.PressWhenOfferedAsync("Maintenance Menu").ConfigureAwait(false);
    }

    /// <summary>Waits until it displays "Pair POS".</summary>
    public Task<PanelReading> WaitUntilReadyToPairAsync() =>
        panel.WaitUntilAsync(p => p.Button("Pair POS") is { Enabled: true }, "the button [Pair POS]");

    /// <summary>Presses [Pair POS] and waits for what comes of it.</summary>
    public async Task<PanelReading> PressPairPosAsync()
    {
        await panel.PressWhenOfferedAsync("Pair POS").ConfigureAwait(false);
        return await panel.WaitUntilAsync(p => p.Button("Please wait...") is null, "an answer to [Pair POS]", TimeSpan.FromMinutes(1)).ConfigureAwait(false);
    }

    /// <summary>Keys the OTP in; [OK] is not pressed.</summary>
    public async Task KeyInAsync(string otp)
    {
        await panel.WaitUntilAsync(p => p.Field("Pairing OTP") is not null, "the Pairing keypad").ConfigureAwait(false);
        await panel.EnterAsync("Pairing OTP", otp).ConfigureAwait(false);
    }

    /// <summary>Keys the OTP in, presses [OK] and waits for what comes of it.</summary>
    public async Task<PanelReading> EnterOtpAsync(string otp)
    {
        await KeyInAsync(otp).ConfigureAwait(false);
        return await PressOkAsync().ConfigureAwait(false);
    }

    /// <summary>Presses [OK] on the Pairing keypad and waits for what comes of it.</summary>
    public async Task<PanelReading> PressOkAsync()
    {
        await panel.PressAsync("OK").ConfigureAwait(false);
        return await panel.WaitUntilAsync(p => !p.Says("Processing, please wait..."), "an answer to the OTP", TimeSpan.FromMinutes(1)).ConfigureAwait(false);
    }

    /// <summary>[OK] after "Successfully Paired", and the reboot, until the application has started.</summary>
    public async Task CompleteAsync()
    {
        await panel.WaitUntilItSaysAsync("Successfully Paired").ConfigureAwait(false);
        await panel.PressAsync("OK").ConfigureAwait(false);
        await panel.WaitUntilTitledAsync("Login").ConfigureAwait(false);
    }

    /// <summary>From Login to Sales; an alert on the way is confirmed.</summary>
    public async Task GoToSalesAsync()
    {
        await panel.WaitUntilAsync(p => p.Title is "Login" or "Sales" or "Security Alert", "the application").ConfigureAwait(false);
        if (await panel.ShowsAsync(p => p.Title == "Login", "the screen \"Login\"").ConfigureAwait(false))
        {
            await panel.PressAsync("Log in to Sales").ConfigureAwait(false);
            await panel.WaitUntilAsync(p => p.Title is "Sales" or "Security Alert", "Sales, or an alert").ConfigureAwait(false);
        }

        if (await panel.ShowsAsync(p => p.Title == "Security Alert", "an alert").ConfigureAwait(false))
        {
            await panel.PressAsync("OK").ConfigureAwait(false);
            await panel.WaitUntilTitledAsync("Sales").ConfigureAwait(false);
        }
    }

    /// <summary>One transaction; gives what the screen says after it.</summary>
    public async Task<PanelReading> SellAsync()
    {
        await GoToSalesAsync().ConfigureAwait(false);
        await panel.PressAsync("New Sale").ConfigureAwait(false);
        return await panel.PressWhenOfferedAsync("Pay Cash").ConfigureAwait(false);
    }
}
