using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>What a person does at any panel: waits for a thing to be there, then uses it.</summary>
public static class PanelActs
{
    /// <summary>Waits until a button is offered and alive, and presses it.</summary>
    public static async Task<PanelReading> PressWhenOfferedAsync(this IPanel panel, string button)
    {
        await panel.SettleAsync(p => p.Button(button) is { Enabled: true }, $"the button [{button}]");
        return await panel.PressAsync(button);
    }

    /// <summary>Waits until the panel says a text, letter for letter.</summary>
    public static Task<PanelReading> WaitUntilItSaysAsync(this IPanel panel, string text, TimeSpan? limit = null) =>
        panel.WaitUntilAsync(p => p.Says(text), $"\"{text}\"", limit);

    /// <summary>Waits until the panel has a title.</summary>
    public static Task<PanelReading> WaitUntilTitledAsync(this IPanel panel, string title, TimeSpan? limit = null) =>
        panel.WaitUntilAsync(p => p.Title == title, $"the screen \"{title}\"", limit);
}
