using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>Somebody at a POS workstation. Texts: Commander POS pairing guide.</summary>
public sealed class PosWorkstation(IPanel panel)
{
    /// <summary>The panel itself.</summary>
    public IPanel Panel => panel;

    /// <summary>CSR Func > Maintenance Menu > [Perform POS Pairing] > [Yes], and the reboot, until it displays "Pair POS".</summary>
    public async Task EnterPairingModeAsync()
    {
        await OpenMaintenanceMenuAsync();
        await panel.PressWhenOfferedAsync("Perform POS Pairing");
        await panel.PressWhenOfferedAsync("Yes");
        await WaitUntilReadyToPairAsync();
    }

    /// <summary>From Login or Sales to CSR Func > Maintenance Menu.</summary>
    public async Task OpenMaintenanceMenuAsync()
    {
        await GoToSalesAsync();
        await panel.PressWhenOfferedAsync("CSR Func");
        await panel.PressWhenOfferedAsync("Maintenance Menu");
    }

    /// <summary>Waits until it displays "Pair POS".</summary>
    public Task<PanelReading> WaitUntilReadyToPairAsync() =>
        panel.WaitUntilAsync(p => p.Button("Pair POS") is { Enabled: true }, "the button [Pair POS]");

    /// <summary>The same before an act, which proves it.</summary>
    public Task<PanelReading> SettleReadyToPairAsync() =>
        panel.SettleAsync(p => p.Button("Pair POS") is { Enabled: true }, "the button [Pair POS]");

    /// <summary>Presses [Pair POS] and waits for what comes of it.</summary>
    public async Task<PanelReading> PressPairPosAsync()
    {
        await panel.PressWhenOfferedAsync("Pair POS");
        return await panel.SettleAsync(p => p.Button("Please wait...") is null, "an answer to [Pair POS]", TimeSpan.FromMinutes(1));
    }

    /// <summary>Keys the OTP in; [OK] is not pressed.</summary>
    public async Task KeyInAsync(string otp)
    {
        await panel.SettleAsync(p => p.Field("Pairing OTP") is not null, "the Pairing keypad");
        await panel.EnterAsync("Pairing OTP", otp);
    }

    /// <summary>Keys the OTP in, presses [OK] and waits for what comes of it.</summary>
    public async Task<PanelReading> EnterOtpAsync(string otp)
    {
        await KeyInAsync(otp);
        return await PressOkAsync();
    }

    /// <summary>Presses [OK] on the Pairing keypad and waits for what comes of it.</summary>
    public async Task<PanelReading> PressOkAsync()
    {
        await panel.PressAsync("OK");
        return await panel.SettleAsync(p => !p.Says("Processing, please wait..."), "an answer to the OTP", TimeSpan.FromMinutes(1));
    }

    /// <summary>[OK] after "Successfully Paired", and the reboot, until the application has started.</summary>
    public async Task CompleteAsync()
    {
        await panel.WaitUntilItSaysAsync("Successfully Paired");
        await panel.PressAsync("OK");
        await panel.WaitUntilTitledAsync("Login");
    }

    /// <summary>From Login to Sales; an alert on the way is confirmed.</summary>
    public async Task GoToSalesAsync()
    {
        await panel.SettleAsync(p => p.Title is "Login" or "Sales" or "Security Alert", "the application");
        PanelChoice login = new("the screen \"Login\"", p => p.Title == "Login");
        PanelChoice alert = new("an alert", p => p.Title == "Security Alert");
        PanelChoice sales = new("Sales", p => p.Title == "Sales");
        var shown = await panel.WhichAsync([login, alert, sales]);
        if (shown == login.What)
        {
            await panel.PressAsync("Log in to Sales");
            await panel.SettleAsync(p => p.Title is "Sales" or "Security Alert", "Sales, or an alert");
            shown = await panel.WhichAsync([alert, sales]);
        }

        if (shown == alert.What)
        {
            await panel.PressAsync("OK");
            await panel.SettleAsync(p => p.Title == "Sales", "Sales");
        }
    }

    /// <summary>One transaction; gives what the screen says after it.</summary>
    public async Task<PanelReading> SellAsync()
    {
        await GoToSalesAsync();
        await panel.PressAsync("New Sale");
        return await panel.PressWhenOfferedAsync("Pay Cash");
    }
}
