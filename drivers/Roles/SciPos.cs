using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>A merchant at a POS that pairs through SCI. Texts: SCI integration guide.</summary>
public sealed class SciPos(IPanel panel)
{
    private const string PleaseWait = "Please wait...";

    /// <summary>The panel itself.</summary>
    public IPanel Panel => panel;

    /// <summary>Opens the pairing section, as far as it is not open yet.</summary>
    public async Task<PanelReading> OpenPairingAsync()
    {
        var shown = await AnsweredAsync();
        return await IsAtAsync("Pairing") ? shown : await DoAsync("Pairing");
    }

    /// <summary>Goes to where sales are made, as far as it is not there yet.</summary>
    public async Task<PanelReading> OpenSaleAsync()
    {
        var shown = await AnsweredAsync();
        return await IsAtAsync("Sale") ? shown
            : await DoAsync(await IsAtAsync("Payment") ? "OK" : "Back");
    }

    /// <summary>Goes to refunds, cash, telephone orders and settlements, as far as it is not there yet.</summary>
    public async Task OpenMoreAsync()
    {
        await AnsweredAsync();
        if (!await IsAtAsync("More"))
        {
            await OpenSaleAsync();
            await DoAsync("More");
        }
    }

    /// <summary>Enters a pairing code, and a nickname if there is one.</summary>
    public async Task EnterCodeAsync(string code, string? nickname)
    {
        await OpenPairingAsync();
        await panel.EnterAsync("Pairing Code", code);
        await panel.EnterAsync("Pairing Nickname", nickname ?? "");
    }

    /// <summary>Enters a pairing code and presses [Pair]; what comes of it.</summary>
    public async Task<PanelReading> SendCodeAsync(string code, string? nickname)
    {
        await EnterCodeAsync(code, nickname);
        return await DoAsync("Pair");
    }

    /// <summary>Reads the confirmation code from the screen.</summary>
    public Task<string> ReadConfirmationCodeAsync() => panel.TellAsync(
        p => p.Says("Confirmation code") ? p.Texts.FirstOrDefault(t => t.Length == 4 && t.All(char.IsAsciiDigit)) : null,
        "a confirmation code");

    /// <summary>Enters an amount and presses the button that pays over a pairing.</summary>
    public async Task<PanelReading> PayAsync(string amount, string nickname)
    {
        await OpenSaleAsync();
        await panel.EnterAsync("Amount", amount);
        return await DoAsync($"Pay {nickname}");
    }

    /// <summary>Presses a button and waits for what comes of it.</summary>
    public async Task<PanelReading> DoAsync(string button)
    {
        await panel.PressWhenOfferedAsync(button);
        return await AnsweredAsync();
    }

    /// <summary>Waits until nothing is under way.</summary>
    public Task<PanelReading> AnsweredAsync() =>
        panel.WaitUntilAsync(p => p.Title.Length > 0 && !p.Says(PleaseWait), "an answer", TimeSpan.FromMinutes(1));

    private Task<bool> IsAtAsync(string title) => panel.ShowsAsync(p => p.Title == title, $"the screen \"{title}\"");
}
