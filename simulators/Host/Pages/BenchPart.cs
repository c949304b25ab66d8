using Microsoft.AspNetCore.Components;
using PairingLab.Host.Site;

namespace PairingLab.Host.Pages;

/// <summary>A part of the bench page that is drawn again when its topic changes.</summary>
public abstract class BenchPart : ComponentBase
{
    /// <summary>The site.</summary>
    [Parameter, EditorRequired]
    public LabSite Site { get; set; } = null!;

    /// <summary>What changed when.</summary>
    [Parameter, EditorRequired]
    public LiveBoard Board { get; set; } = null!;

    /// <summary>What of the bench is shown.</summary>
    [Parameter, EditorRequired]
    public BenchView View { get; set; } = null!;

    /// <summary>Why what was asked for was refused; null when it was not.</summary>
    [Parameter]
    public string? Refusal { get; set; }

    /// <summary>The topic that it shows.</summary>
    protected abstract string Topic { get; }

    /// <summary>The number of the topic's last change, read before anything is drawn.</summary>
    protected long Version { get; private set; }

    /// <inheritdoc />
    protected override void OnParametersSet() => Version = Board.Version(Topic);
}
