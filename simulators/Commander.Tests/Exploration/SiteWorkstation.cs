using PairingLab.Commander.Devices.Workstation;

namespace PairingLab.Commander.Tests.Exploration;

/// <summary>A workstation of the explored site: its core, its disk and its cable.</summary>
internal sealed class SiteWorkstation(string id)
{
    public string Id => id;

    public WorkstationState State { get; set; } = new();

    /// <summary>The certificate on its disk.</summary>
    public string? Thumbprint { get; set; }

    public DateTimeOffset NotAfter { get; set; }

    public bool CableCut { get; set; }

    public bool NextAnswerIsLost { get; set; }

    /// <summary>What was sent and waits in the cable.</summary>
    public Action? Waiting { get; set; }

    /// <summary>The certificate that its present link was made with.</summary>
    public string? LinkedWith { get; set; }
}
