using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>Somebody at a POS register of SmartConnect. Flows: seed 002_a480d71a52dec20c; the texts are the lab's.</summary>
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
        await SubmitCodeAsync(code).ConfigureAwait(false);
        return await AnsweredAsync().ConfigureAwait(false);
    }

    /// <summary>Inputs the code and submits it; does not wait for an answer.</summary>
    public async Task SubmitCodeAsync(string code)
    {
        await BackOfficeAsync().ConfigureAwait(false);
        await panel.PressWhenOfferedAsync("Pair with a payment device").ConfigureAwait(false);
        await panel.WaitUntilAsync(p => p.Field("Pairing code") is not null, "the pairing screen").ConfigureAwait(false);
        await panel.EnterAsync("Pairing code", code).ConfigureAwait(false);
        await panel.PressWhenOfferedAsync("Pair").ConfigureAwait(false);
    }

    /// <summary>Pairs; the message is left on the screen.</summary>
    public async Task PairAsync(string code)
    {
        await TryPairAsync(code).ConfigureAwait(false);
        await panel.WaitUntilItSaysAsync("The pairing process is now complete and the Register is ready to submit Transactions!").ConfigureAwait(false);
    }

    /// <summary>[Purchase] or [Refund] of an amount such as "12.50"; gives what comes of it at once.</summary>
    public async Task<PanelReading> TryPayAsync(string amount, string button = "Purchase")
    {
        await SaleAsync().ConfigureAwait(false);
        await panel.EnterAsync("Amount", amount).ConfigureAwait(false);
        await panel.PressWhenOfferedAsync(button).ConfigureAwait(false);
        return await AnsweredAsync().ConfigureAwait(false);
    }

    /// <summary>The same, and the payment is accepted.</summary>
    public async Task PayAsync(string amount, string button = "Purchase")
    {
        await TryPayAsync(amount, button).ConfigureAwait(false);
        await panel.WaitUntilItSaysAsync(Pending).ConfigureAwait(false);
    }

    /// <summary>Waits until the payment has ended; gives what the register says of it.</summary>
    public async Task<string> OutcomeAsync()
    {
        var reading = await panel.WaitUntilAsync(p => p.Title == "Payment" && p.Button("OK") is not null, "the outcome of the payment", Patience).ConfigureAwait(false);
        return reading.Texts[0];
    }

    /// <summary>Back office > Register settings: changes one of them.</summary>
    public async Task ChangeAsync(string field, string text)
    {
        await BackOfficeAsync().ConfigureAwait(false);
        await panel.PressWhenOfferedAsync("Register settings").ConfigureAwait(false);
        await panel.WaitUntilTitledAsync("Register settings").ConfigureAwait(false);
        await panel.EnterAsync(field, text).ConfigureAwait(false);
        await panel.PressAsync("Save").ConfigureAwait(false);
        await panel.WaitUntilTitledAsync("Back office").ConfigureAwait(false);
    }

    /// <summary>Back office > [Add a virtual register]; it is selected then.</summary>
    public async Task AddVirtualRegisterAsync()
    {
        await BackOfficeAsync().ConfigureAwait(false);
        await panel.PressWhenOfferedAsync("Add a virtual register").ConfigureAwait(false);
    }

    /// <summary>Selects the register of that id.</summary>
    public async Task UseAsync(string id)
    {
        await SaleAsync().ConfigureAwait(false);
        var reading = await panel.WaitUntilAsync(p => p.Says($"({id})") || p.Buttons.Any(b => IsOf(b, id)), $"the register {id}").ConfigureAwait(false);
        if (reading.Buttons.FirstOrDefault(b => IsOf(b, id)) is { } button)
        {
            await panel.PressAsync(button.Name).ConfigureAwait(false);
        }
    }

    /// <summary>Goes to the sale screen; a message is confirmed.</summary>
    public Task SaleAsync() => GoAsync("Sale", "OK", "Back", "Back to sale");

    private Task BackOfficeAsync() => GoAsync("Back office", "OK", "Back", "Back office");

    private async Task GoAsync(string title, params string[] ways)
    {
        for (var screen = await SettledAsync().ConfigureAwait(false); screen.Title != title; screen = await SettledAsync().ConfigureAwait(false))
        {
            var way = Array.Find(ways, b => screen.Button(b) is { Enabled: true });
            await panel.PressAsync(way ?? throw new PanelTimeoutException($"no way to '{title}': {screen}")).ConfigureAwait(false);
        }
    }

    private static bool IsOf(ButtonReading button, string id) =>
        button.Name.StartsWith("Use ", StringComparison.Ordinal) && button.Name.EndsWith($"({id})", StringComparison.Ordinal);

    private Task<PanelReading> SettledAsync() => panel.WaitUntilAsync(p => p.Buttons.Any(b => b.Enabled), "something to press", Patience);

    private Task<PanelReading> AnsweredAsync() => panel.WaitUntilAsync(p => !p.Says(Sending), "an answer of SmartConnect", TimeSpan.FromMinutes(1));
}
