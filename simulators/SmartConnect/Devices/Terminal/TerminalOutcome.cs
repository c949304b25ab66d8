using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>How a payment ended at this device, kept on its disk until SmartConnect has heard it.</summary>
public sealed record TerminalOutcome(string Payment, PaymentOutcome Outcome, CardDetails? Card);
