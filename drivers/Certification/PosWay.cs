namespace PairingLab.Drivers.Certification;

/// <summary>How a certification reaches the POS.</summary>
public enum PosWay
{
    /// <summary>The lab's reference POS.</summary>
    Simulated,

    /// <summary>A page whose files lie beside the description; the lab serves them.</summary>
    Files,

    /// <summary>A web POS that serves itself: its address is in the description or in --pos.</summary>
    Web,

    /// <summary>A POS without a web page: the lab asks the person at the bench.</summary>
    Operator,
}
