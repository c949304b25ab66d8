namespace PairingLab.Commander.Devices.Workstation;

/// <summary>The core of a workstation, as what stands at its rim meets it.</summary>
internal interface IWorkstationMind
{
    /// <summary>What it knows now.</summary>
    WorkstationState State { get; }

    /// <summary>Tells it something.</summary>
    void Do(IWorkstationCommand command);
}
