using System.Text.Json;
using PairingLab.Commander.Devices.Workstation;
using PairingLab.Kernel.Simulation;
using PairingLab.Kernel.Store;

namespace PairingLab.Commander.Tests.Exploration;

/// <summary>A workstation of the explored site: its logic, its state, its cable and what it has asked over that.</summary>
internal sealed class SiteWorkstation(string id)
{
    public string Id => id;

    public WorkstationLogic Logic { get; } = new(new(id, CommanderSystem.WorkstationKind, "commander", "Topaz"), "53.29", Site.Settings);

    public WorkstationState State { get; set; } = new(WorkstationMemory.Fresh("53.29"));

    /// <summary>What it has asked and not been answered.</summary>
    public Dictionary<WorkstationRequest, Asked> Asked { get; } = [];

    public bool CableCut { get; set; }

    public bool NextAnswerIsLost { get; set; }

    /// <summary>The certificate on its disk: here its thumbprint stands for it.</summary>
    public string? Thumbprint => State.Credentials;

    /// <summary>The link that is up; null when none is.</summary>
    public WorkstationRequest.Link? Link => State.Link.IsUp ? Asked.Keys.OfType<WorkstationRequest.Link>().SingleOrDefault() : null;

    /// <summary>Power comes back: only what stands on the disk does too.</summary>
    public void Boot(DateTimeOffset now)
    {
        using var store = new MemoryStore();
        foreach (var (key, document) in Logic.Memory(State))
        {
            store.Save((key, document as string ?? (document is null ? null : JsonSerializer.Serialize(document, LabJson.Options))));
        }

        Asked.Clear();
        State = Logic.Boot(new DeviceDisk(store), now);
    }
}

/// <summary>Something that a workstation has asked.</summary>
internal sealed class Asked
{
    /// <summary>When it stops waiting for the answer; null for never.</summary>
    public DateTimeOffset? GivesUpAt { get; set; }

    /// <summary>It got through the cable.</summary>
    public bool IsSent { get; set; }
}
