namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>The Pairing keypad shows this.</summary>
public sealed record OtpTyped(string Typed) : IWorkstationEvent;
