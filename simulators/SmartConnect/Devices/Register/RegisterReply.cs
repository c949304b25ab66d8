namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>What came back to a register.</summary>
/// <param name="To">The request that it answers.</param>
/// <param name="Error">What the person is told; null when it was done.</param>
/// <param name="Payment">The payment that was accepted.</param>
public sealed record RegisterReply(RegisterRequest To, string? Error = null, OpenPayment? Payment = null);
