namespace PairingLab.Kernel.Screens;

/// <summary>Where a panel is drawn: on the device's own page, or as one of many on the bench page.</summary>
/// <param name="Device">The device's id.</param>
/// <param name="OnBench">Whether other panels are on the same page.</param>
public sealed record PanelPlace(string Device, bool OnBench)
{
    /// <summary>The id of the form that takes what is typed along.</summary>
    public string EntryForm => $"entry-{Device}";

    /// <summary>The id of the form of the buttons that need nothing typed: [Enter] on the keyboard never presses them.</summary>
    public string PressForm => $"press-{Device}";

    /// <summary>The address of what can be done to the panel, "press" or "enter".</summary>
    public string Address(string act) => $"/devices/{Device}/{act}";

    /// <summary>An id for a part of the panel, one of its kind on the whole page.</summary>
    public string Id(string kind, string name) =>
        $"{kind}-{Device}-{string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}";
}
