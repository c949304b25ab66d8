using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>Somebody at a POS register of SmartConnect. Flows: SmartConnect pairing guide; the texts are the lab's.</summary>
public sealed class PosRegister(IPanel panel)
{
    private const string Sending = "Please wait...";
    private const string Pending = "Waiting for the payment device...";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The panel itself.</summary>
    public IPanel Panel => panel;

    /// <summary>Back office > Pair with a payment device: inputs the code, submits it and gives what comes of it.</summary>
    public async Task<PanelReading> TryPairAsync(string code)
    {
        await SubmitCodeAsync(code);
        return await AnsweredAsync();
    }

    /// <summary>Inputs the code and submits it; does not wait for an answer.</summary>
    public async Task SubmitCodeAsync(string code)
    {
        await BackOfficeAsync();
        await panel.PressWhenOfferedAsync("Pair with a payment device");
        await panel.SettleAsync(p => p.Field("Pairing code") is not null, "the pairing screen");
        await panel.EnterAsync("Pairing code", code);
        await panel.PressWhenOfferedAsync("Pair");
    }

    /// <summary>Pairs; the message is left on the screen.</summary>
    public async Task PairAsync(string code)
    {
        await TryPairAsync(code);
        await panel.WaitUntilItSaysAsync("The pairing process is now complete and the Register is ready to submit Transactions!");
    }

    /// <summary>[Purchase] or [Refund] of an amount such as "12.50"; gives what comes of it at once.</summary>
    public async Task<PanelReading> TryPayAsync(string amount, string button = "Purchase")
    {
        await SaleAsync();
        await panel.EnterAsync("Amount", amount);
        await panel.PressWhenOfferedAsync(button);
        return await AnsweredAsync();
    }

    /// <summary>The same, and the payment is accepted.</summary>
    public async Task PayAsync(string amount, string button = "Purchase")
    {
        await TryPayAsync(amount, button);
        await panel.WaitUntilItSaysAsync(Pending);
    }

    /// <summary>[More transactions]: fills in what is given, presses a transaction's button, and waits until it is accepted.</summary>
    public async Task AskAsync(string button, IReadOnlyDictionary<string, string> fields)
    {
        await SaleAsync();
        await panel.PressWhenOfferedAsync("More transactions");
        await panel.WaitUntilTitledAsync("More transactions");
        foreach (var (field, text) in fields)
        {
            await panel.EnterAsync(field, text);
        }

        await panel.PressWhenOfferedAsync(button);
        await AnsweredAsync();
    }

    /// <summary>Waits until the payment has ended; gives what the register says of it.</summary>
    public async Task<string> OutcomeAsync()
    {
        var reading = await panel.WaitUntilAsync(
            p => p.Title == "Payment" && p.Button("OK") is not null, "the outcome of the payment", Patience);
        return reading.Texts[0];
    }

    /// <summary>Back office > Register settings: changes one of them.</summary>
    public async Task ChangeAsync(string field, string text)
    {
        await BackOfficeAsync();
        await panel.PressWhenOfferedAsync("Register settings");
        await panel.WaitUntilTitledAsync("Register settings");
        await panel.EnterAsync(field, text);
        await panel.PressAsync("Save");
        await panel.WaitUntilTitledAsync("Back office");
    }

    /// <summary>Back office > [Add a virtual register]; it is selected then.</summary>
    public async Task AddVirtualRegisterAsync()
    {
        await BackOfficeAsync();
        await panel.PressWhenOfferedAsync("Add a virtual register");
    }

    /// <summary>Selects the register of that id.</summary>
    public async Task UseAsync(string id)
    {
        await SaleAsync();
        var reading = await panel.WaitUntilAsync(p => p.Says($"({id})") || p.Buttons.Any(b => IsOf(b, id)), $"the register {id}");
        if (reading.Buttons.FirstOrDefault(b => IsOf(b, id)) is { } button)
        {
            await panel.PressAsync(button.Name);
        }
    }

    /// <summary>Goes to the sale screen; a message is confirmed.</summary>
    public Task SaleAsync() => GoAsync("Sale", "OK", "Back", "Back to sale");

    private Task BackOfficeAsync() => GoAsync("Back office", "OK", "Back", "Back office");

    private async Task GoAsync(string title, params string[] ways)
    {
        for (var screen = await SettledAsync(); screen.Title != title; screen = await SettledAsync())
        {
            var way = Array.Find(ways, b => screen.Button(b) is { Enabled: true });
            await panel.PressAsync(way ?? throw new PanelTimeoutException($"no way to '{title}': {screen}"));
        }
    }

    private static bool IsOf(ButtonReading button, string id) =>
        button.Name.StartsWith("Use ", StringComparison.Ordinal) && button.Name.EndsWith($"({id})", StringComparison.Ordinal);

    private Task<PanelReading> SettledAsync() => panel.WaitUntilAsync(p => p.Buttons.Any(b => b.Enabled), "something to press", Patience);

    private Task<PanelReading> AnsweredAsync() =>
        panel.WaitUntilAsync(p => !p.Says(Sending), "an answer of SmartConnect", TimeSpan.FromMinutes(1));
}
