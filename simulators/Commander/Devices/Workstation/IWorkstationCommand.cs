namespace PairingLab.Commander.Devices.Workstation;

/// <summary>Something done to a workstation, by a person or by the network.</summary>
public interface IWorkstationCommand;
