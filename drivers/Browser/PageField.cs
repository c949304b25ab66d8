namespace PairingLab.Drivers.Browser;

/// <summary>A field of a <see cref="PageReading"/>.</summary>
internal sealed class PageField
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";

    public bool Enabled { get; set; }
}
