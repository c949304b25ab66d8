namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>A person types on the Pairing keypad, replacing what stood there.</summary>
public sealed record TypeOtp(string Text) : IWorkstationCommand;
