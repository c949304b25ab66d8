namespace PairingLab.Kernel.Panels;

/// <summary>A button on a panel; a disabled one is shown and can't be pressed.</summary>
public sealed record PanelButton(string Name, bool Enabled = true)
{
    /// <summary>How much the button matters; clients of the wire need not know.</summary>
    public ButtonRole Role { get; init; }

    /// <summary>
    /// What a page asks before it presses a button of the lab that loses something; null when it presses at once. A maker's button asks,
    /// if it does, by a screen of the device.
    /// </summary>
    public string? Asks { get; init; }
}

/// <summary>How much a button matters to a person.</summary>
public enum ButtonRole
{
    /// <summary>One of several.</summary>
    Plain,

    /// <summary>The next step on the page.</summary>
    Primary,

    /// <summary>Loses something.</summary>
    Danger,

    /// <summary>Leads elsewhere, and stays in the background.</summary>
    Link,
}
