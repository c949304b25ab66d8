namespace PairingLab.Kernel.Panels;

/// <summary>How a panel looks to a person; clients of the wire need not know.</summary>
public enum PanelShape
{
    /// <summary>A whole screen.</summary>
    Screen,

    /// <summary>A box that asks or tells something.</summary>
    Dialog,

    /// <summary>A box that warns: something needs a person's attention at once.</summary>
    Alert,
}
