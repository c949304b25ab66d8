namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>A payment that the register waits for.</summary>
public sealed record OpenPayment(string PollingUrl, long Amount);
