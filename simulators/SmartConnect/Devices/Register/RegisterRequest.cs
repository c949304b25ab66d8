namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>What a register asks of SmartConnect.</summary>
public enum RegisterRequest
{
    /// <summary>[Pair].</summary>
    Pair,

    /// <summary>[Purchase].</summary>
    Purchase,

    /// <summary>[Refund].</summary>
    Refund,
}
