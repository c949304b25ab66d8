using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>A merchant at an EFTPOS terminal.</summary>
public sealed class EftposTerminal(IPanel panel, IEvidenceSink evidence)
{
    private const int CodeLength = 6;
    private const int ConfirmationLength = 4;

    private static readonly string[] WaysHome = ["Pair with POS", "Cancel", "Decline", "OK", "Back", "Finish", "Go online"];

    /// <summary>The panel itself.</summary>
    public IPanel Panel => panel;

    /// <summary>The pairing code that was read last; "" before the first.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Initiates pairing and reads the pairing code from the screen.</summary>
    public async Task<string> StartPairingAsync()
    {
        await panel.PressWhenOfferedAsync("Pair with POS");
        return await ReadCodeAsync();
    }

    /// <summary>Reads the pairing code from the screen.</summary>
    public async Task<string> ReadCodeAsync()
    {
        Code = await panel.TellAsync(p => p.Title == "Pairing code" ? Digits(p, CodeLength) : null, "a pairing code");
        evidence.Secret(Code);
        return Code;
    }

    /// <summary>Reads the confirmation code from the screen.</summary>
    public Task<string> ReadConfirmationCodeAsync() =>
        panel.TellAsync(p => p.Title == "Confirm pairing" ? Digits(p, ConfirmationLength) : null, "a confirmation code");

    /// <summary>Confirms the confirmation code, and the message that follows.</summary>
    public async Task ConfirmAsync()
    {
        await panel.PressWhenOfferedAsync("Confirm");
        await panel.WaitUntilTitledAsync("Pairing successful");
        await panel.PressAsync("OK");
    }

    /// <summary>Takes away what still stands on the screen, up to the terminal's menu.</summary>
    public async Task GoHomeAsync()
    {
        await panel.WaitUntilAsync(
            p => p.Button("OK") is not null || p.Button("Back") is not null || IsHome(p), "the menu, [OK] or [Back]");
        foreach (var button in new[] { "OK", "Back" })
        {
            if (await panel.ShowsAsync(p => p.Button(button) is not null, $"the button [{button}]"))
            {
                await panel.PressAsync(button);
            }
        }
    }

    /// <summary>Removes a pairing on the terminal.</summary>
    public async Task UnpairAsync(string nickname)
    {
        await panel.PressWhenOfferedAsync("Pairings");
        await panel.PressWhenOfferedAsync($"Unpair {nickname}");
        await panel.WaitUntilAsync(p => p.Title == "Pairings" && p.Button($"Unpair {nickname}") is null, $"no pairing {nickname} any more");
        await panel.PressAsync("Back");
    }

    /// <summary>Abandons whatever the terminal is at: a pairing, a purchase, a message; up to its menu.</summary>
    public async Task AbandonAsync()
    {
        while (true)
        {
            var shown = await panel.WaitUntilAsync(p => WaysHome.Any(w => p.Button(w) is not null), "a way to the menu");
            if (shown.Button(WaysHome[0]) is not null)
            {
                return;
            }

            try
            {
                await panel.PressAsync(WaysHome.First(w => shown.Button(w) is not null));
            }
            catch (PanelRefusedException)
            {
                // What was on the screen has ended by itself meanwhile; the next look shows what came.
            }
        }
    }

    /// <summary>Removes every pairing on the terminal.</summary>
    public async Task UnpairAllAsync()
    {
        await AbandonAsync();
        var shown = await panel.PressWhenOfferedAsync("Pairings");
        while (shown.Buttons.FirstOrDefault(b => b.Name.StartsWith("Unpair ", StringComparison.Ordinal)) is { } first)
        {
            await panel.PressAsync(first.Name);
            shown = await panel.WaitUntilAsync(p => p.Title == "Pairings" && p.Button(first.Name) is null, $"no [{first.Name}] any more");
        }

        await panel.PressWhenOfferedAsync("Back");
    }

    /// <summary>Lets the customer's card come to a result: [Approve], [Decline] or [Cancel].</summary>
    public async Task FinishPurchaseAsync(string button)
    {
        await panel.WaitUntilTitledAsync("Purchase");
        await panel.PressWhenOfferedAsync(button);
        await panel.WaitUntilAsync(IsHome, "the menu");
    }

    /// <summary>Sets how the terminal takes payments, and goes back to the menu.</summary>
    /// <param name="page">The page of the choice: "Tipping", "Surcharge" or "Outcomes".</param>
    /// <param name="choice">The button.</param>
    public async Task ChooseAsync(string page, string choice)
    {
        await GoHomeAsync();
        await panel.PressWhenOfferedAsync("Payments");
        await panel.PressWhenOfferedAsync(page);
        await panel.PressWhenOfferedAsync(choice);
        await panel.WaitUntilTitledAsync("Payments");
        await panel.PressWhenOfferedAsync("Back");
        await panel.WaitUntilAsync(IsHome, "the menu");
    }

    private static bool IsHome(PanelReading panel) => panel.Button("Pair with POS") is not null;

    private static string? Digits(PanelReading panel, int length) =>
        panel.Texts.FirstOrDefault(t => t.Length == length && t.All(char.IsAsciiDigit));
}
