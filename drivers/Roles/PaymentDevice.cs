using System.Text.RegularExpressions;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>Somebody at a SmartConnect payment device. Flows: SmartConnect pairing guide; the texts are the lab's.</summary>
public sealed partial class PaymentDevice(IPanel panel, IEvidenceSink evidence)
{
    private static readonly TimeSpan LongEnoughToRefresh = TimeSpan.FromMinutes(2);

    /// <summary>The panel itself.</summary>
    public IPanel Panel => panel;

    /// <summary>Initiates the pairing process; gives the code that is displayed.</summary>
    public async Task<string> OpenPairingAsync()
    {
        await ReadyAsync();
        await panel.PressWhenOfferedAsync("Pair a register");
        return await WaitForCodeAsync(other: null);
    }

    /// <summary>Waits until a code is displayed, another one than <paramref name="other"/>.</summary>
    public async Task<string> WaitForCodeAsync(string? other)
    {
        var reading = await panel.WaitUntilAsync(
            p => CodeIn(p) is { } shown && shown != other, "a pairing code that is new", LongEnoughToRefresh);
        var code = CodeIn(reading)!;
        evidence.Secret(code);
        return code;
    }

    /// <summary>The code that is displayed now; null when there is none.</summary>
    public async Task<string?> CodeAsync() => CodeIn(await panel.ReadAsync());

    /// <summary>Waits until it is ready; a message is confirmed, pairing is cancelled, a list is left.</summary>
    public async Task ReadyAsync()
    {
        for (var screen = await SettledAsync(); screen.Title != "SmartConnect"; screen = await SettledAsync())
        {
            var way = Array.Find(["OK", "Cancel", "No", "Back"], b => screen.Button(b) is { Enabled: true });
            await panel.PressAsync(way ?? throw new PanelTimeoutException($"no way to the first screen: {screen}"));
        }
    }

    /// <summary>The labels of its registers.</summary>
    public async Task<IReadOnlyList<string>> RegistersAsync()
    {
        await OpenListAsync();
        var reading = await panel.ReadAsync();
        return [.. reading.Texts.Where(t => reading.Button($"Unpair {t}") is not null)];
    }

    /// <summary>Waits until its list has exactly these registers (ids, in any order), and leaves the device at its idle screen.</summary>
    public async Task WaitUntilItListsAsync(IReadOnlyCollection<string> ids)
    {
        await OpenListAsync();
        await panel.WaitUntilAsync(
            p => p.Title == "Registers"
                && p.Buttons.Count(b => b.Name.StartsWith("Unpair ", StringComparison.Ordinal) && b.Name != "Unpair all") == ids.Count
                && ids.All(id => p.Texts.Any(t => IsOf(t, id))),
            $"the registers {string.Join(", ", ids)}");
        await panel.PressWhenOfferedAsync("Back");
    }

    /// <summary>Unpairs one register and waits for what comes of it.</summary>
    public async Task UnpairAsync(string id)
    {
        await OpenListAsync();
        var reading = await panel.WaitUntilAsync(p => p.Texts.Any(t => IsOf(t, id)), $"{id} in the list");
        await ConfirmAsync($"Unpair {reading.Texts.First(t => IsOf(t, id))}");
    }

    /// <summary>Unpairs all registers and waits for what comes of it.</summary>
    public async Task UnpairAllAsync()
    {
        await OpenListAsync();
        await ConfirmAsync("Unpair all");
    }

    /// <summary>Waits until it asks for a payment of that amount ("$12.50") from that register.</summary>
    public Task<PanelReading> WaitForPaymentAsync(string amount, string register) => panel.WaitUntilAsync(
        p => p.Button("Approve") is not null && p.Says($"Amount: {amount}")
            && p.Texts.Any(t => t.StartsWith("Register: ", StringComparison.Ordinal) && IsOf(t, register)),
        $"a payment of {amount} from {register}");

    /// <summary>Waits for any payment and presses [Approve], [Decline] or [Cancel].</summary>
    public async Task TakeAsync(string button)
    {
        await panel.WaitUntilAsync(p => p.Button("Approve") is not null, "a payment");
        await panel.PressAsync(button);
    }

    /// <summary>What the vendor's technician does: the device gets an internal id.</summary>
    public async Task SetInternalIdAsync(string id)
    {
        await panel.PressWhenOfferedAsync("Service");
        await panel.WaitUntilTitledAsync("Service");
        await panel.EnterAsync("Internal ID", id);
        await panel.PressAsync("Save");
        await panel.WaitUntilTitledAsync("SmartConnect");
    }

    /// <summary>Labels are "Register 1 (register-1)", or the id alone.</summary>
    private static bool IsOf(string text, string id) =>
        text.EndsWith($"({id})", StringComparison.Ordinal) || text == id || text == $"Register: {id}";

    private static string? CodeIn(PanelReading panel) =>
        panel.Title == "Pairing" ? panel.Texts.FirstOrDefault(t => Code().IsMatch(t)) : null;

    private async Task<PanelReading> SettledAsync() => await panel.WaitUntilAsync(
        p => p.Buttons.Any(b => b.Enabled && b.Name is not ("Approve" or "Decline")), "something to press");

    private async Task OpenListAsync()
    {
        if ((await panel.ReadAsync()).Title != "Registers")
        {
            await ReadyAsync();
            await panel.WaitUntilAsync(p => !p.Says("Connecting to SmartConnect..."), "an answer of SmartConnect");
            await panel.PressWhenOfferedAsync("Registers");
            await panel.WaitUntilTitledAsync("Registers");
        }
    }

    private async Task ConfirmAsync(string button)
    {
        await panel.PressWhenOfferedAsync(button);
        await panel.PressWhenOfferedAsync("Yes");
        await panel.WaitUntilAsync(p => !p.Says("Please wait..."), "an answer of SmartConnect", TimeSpan.FromMinutes(1));
    }

    /// <summary>Eight digits, or what the site or a maker has instead.</summary>
    [GeneratedRegex("^[A-Z0-9]{4,12}$")]
    private static partial Regex Code();
}
