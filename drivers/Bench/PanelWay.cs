namespace PairingLab.Drivers.Bench;

/// <summary>How a scenario works the panel of a simulated device.</summary>
public enum PanelWay
{
    /// <summary>By its JSON: milliseconds.</summary>
    Wire,

    /// <summary>By its page, in a browser, as a person does.</summary>
    Browser,
}
