namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>It no longer waits for the network.</summary>
public sealed record AnswerGivenUp() : IWorkstationEvent;
