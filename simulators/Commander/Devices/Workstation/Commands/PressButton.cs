namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>A person presses a button.</summary>
public sealed record PressButton(string Button) : IWorkstationCommand;
