namespace PairingLab.Drivers.Browser;

/// <summary>A button of a <see cref="PageReading"/>.</summary>
internal sealed class PageButton
{
    public string Name { get; set; } = "";

    public bool Enabled { get; set; }
}
