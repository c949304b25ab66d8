using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>Somebody at CAS, a server's admin page.</summary>
public sealed class CasOperator(IPanel panel, AuthenticatorApp app, IEvidenceSink evidence)
{
    private const string ServerHost = "Server host for terminals: ";

    /// <summary>The panel itself.</summary>
    public IPanel Panel => panel;

    /// <summary>The app on the operator's phone.</summary>
    public AuthenticatorApp App => app;

    /// <summary>Gives user name and password.</summary>
    public async Task<PanelReading> GivePasswordAsync(string user, string password)
    {
        evidence.Secret(password);
        await panel.SettleAsync(p => p.Field("Password") is not null, "the sign-in");
        await panel.EnterAsync("User name", user);
        await panel.EnterAsync("Password", password);
        return await panel.PressWhenOfferedAsync("Sign In");
    }

    /// <summary>Gives a code of the authenticator app.</summary>
    public async Task<PanelReading> GiveCodeAsync(string code)
    {
        evidence.Secret(code);
        await panel.SettleAsync(p => p.Field("Authentication code") is not null, "the second factor");
        await panel.EnterAsync("Authentication code", code);
        return await panel.PressWhenOfferedAsync("Verify");
    }

    /// <summary>Signs in with both factors.</summary>
    public async Task SignInAsync(string user, string password)
    {
        await GivePasswordAsync(user, password);
        await GiveCodeAsync(await app.NextCodeAsync());
        await panel.WaitUntilTitledAsync("Terminals");
    }

    /// <summary>Goes to the terminal list, from wherever CAS is.</summary>
    public async Task<PanelReading> GoToTerminalsAsync()
    {
        var shown = await panel.ReadAsync();
        while (shown.Button("Ok") is not null || shown.Button("Back") is not null || shown.Button("No") is not null)
        {
            var way = shown.Buttons.First(b => b.Name is "Ok" or "Back" or "No").Name;
            shown = await panel.PressAsync(way);
        }

        return await panel.WaitUntilTitledAsync("Terminals");
    }

    /// <summary>What terminals are told as server host.</summary>
    public async Task<string> ReadServerHostAsync() => (await GoToTerminalsAsync()).Texts
        .First(t => t.StartsWith(ServerHost, StringComparison.Ordinal))[ServerHost.Length..];

    /// <summary>[Create terminal].</summary>
    public async Task<PanelReading> CreateTerminalAsync(string serial)
    {
        await GoToTerminalsAsync();
        await panel.PressAsync("Create terminal");
        await panel.WaitUntilTitledAsync("Create terminal");
        await panel.EnterAsync("Serial number", serial);
        return await panel.PressWhenOfferedAsync("Create");
    }

    /// <summary>An entry of a terminal's action menu.</summary>
    public async Task<PanelReading> ActAsync(string serial, string action)
    {
        await GoToTerminalsAsync();
        await panel.PressWhenOfferedAsync($"Actions {serial}");
        return await panel.PressWhenOfferedAsync(action);
    }

    /// <summary>Unpair in the action menu, and [Yes].</summary>
    public async Task UnpairAsync(string serial)
    {
        await ActAsync(serial, "Unpair");
        await panel.PressWhenOfferedAsync("Yes");
    }

    /// <summary>Opens a pairing request on the terminal list.</summary>
    public async Task<PanelReading> OpenRequestAsync(string name)
    {
        await GoToTerminalsAsync();
        await panel.PressWhenOfferedAsync($"Approve {name}");
        return await panel.WaitUntilAsync(p => p.Field("Pairing code or piece") is not null, "the pairing request");
    }

    /// <summary>Types a code, or a piece of one, beside the fingerprint of the open request.</summary>
    public async Task<PanelReading> CompareAsync(string codeOrPiece)
    {
        await panel.EnterAsync("Pairing code or piece", codeOrPiece);
        return await panel.PressWhenOfferedAsync("Compare");
    }

    /// <summary>Opens a request, compares its fingerprint with the terminal's code and approves it.</summary>
    public async Task ApproveAsync(string serial, string code)
    {
        await OpenRequestAsync(serial);
        await CompareAsync(code);
        await panel.WaitUntilItSaysAsync("Matches: the whole fingerprint.");
        await panel.PressAsync("Approve");
        await panel.WaitUntilTitledAsync("Terminals");
    }

    /// <summary>Waits until the terminal list has a row for a terminal that says so; lab time may pass.</summary>
    public async Task<string> WaitForRowAsync(string serial, Func<string, bool> says, string what)
    {
        await GoToTerminalsAsync();
        var shown = await panel.WaitUntilAsync(
            p => p.Texts.Any(t => IsRow(t, serial) && says(t)), $"a row of {serial} that says: {what}", TimeSpan.FromMinutes(3));
        return shown.Texts.First(t => IsRow(t, serial));
    }

    /// <summary>The rows of one of CAS's lists.</summary>
    public async Task<IReadOnlyList<string>> ReadListAsync(string list)
    {
        await GoToTerminalsAsync();
        await panel.PressAsync(list);
        return (await panel.WaitUntilTitledAsync(list)).Texts;
    }

    /// <summary>Whether a text of the terminal list is the row of a terminal.</summary>
    public static bool IsRow(string text, string serial) => text.StartsWith($"{serial}, ", StringComparison.Ordinal);
}
