using System.Text.Json;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>What a workstation keeps over a power cut.</summary>
internal sealed class WorkstationDisk(ILabStore store, string id)
{
    /// <summary>Its certificate, key and authority; null before the first pairing.</summary>
    public WorkstationCredentials? Credentials { get; private set; } =
        store.Read($"workstation/{id}/credentials") is { } text ? WorkstationCredentials.FromText(text) : null;

    /// <summary>What it knew when power went; what a new one knows with that software base.</summary>
    public WorkstationState LoadState(string firstBase) =>
        store.Read($"workstation/{id}/memory") is { } json
            ? JsonSerializer.Deserialize<WorkstationMemory>(json, LabJson.Options)!.ToState()
            : new() { Base = firstBase, PairingMode = Core.SoftwareBase.HasPairing(firstBase) };

    /// <summary>Keeps new credentials.</summary>
    public void Keep(WorkstationCredentials made)
    {
        store.Save(($"workstation/{id}/credentials", made.ToText()));
        Credentials = made;
    }

    /// <summary>Keeps what changed and has to last.</summary>
    public void Keep(WorkstationState before, WorkstationState after)
    {
        var memory = WorkstationMemory.Of(after);
        if (memory != WorkstationMemory.Of(before))
        {
            store.Save(($"workstation/{id}/memory", JsonSerializer.Serialize(memory, LabJson.Options)));
        }
    }
}
