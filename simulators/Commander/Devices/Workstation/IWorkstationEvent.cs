namespace PairingLab.Commander.Devices.Workstation;

/// <summary>Something that happened in a workstation; some set work off at its rim.</summary>
public interface IWorkstationEvent;
