namespace PairingLab.Kernel.Screens;

/// <summary>
/// What the lab does for a person at the bench in place of somebody or something that is not there: the operator's authenticator app, an
/// administrator. The page marks it as the lab's own; no maker's product has it.
/// </summary>
/// <param name="Id">Its name in addresses: letters, digits and dashes.</param>
/// <param name="Title">What it stands for, "Authenticator of operator".</param>
/// <param name="Text">What to do with it; names of buttons in brackets.</param>
public sealed record LabHelp(string Id, string Title, string Text)
{
    /// <summary>What is copied or typed elsewhere.</summary>
    public IReadOnlyList<HelpValue> Values { get; init; } = [];

    /// <summary>When the values are no longer good; null when they stay so.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>A page where it is used; null for none.</summary>
    public string? Link { get; init; }

    /// <summary>What it can do at the press of a button; null for nothing.</summary>
    public HelpAct? Act { get; init; }
}

/// <summary>A value with its label.</summary>
public sealed record HelpValue(string Label, string Value);

/// <summary>A button.</summary>
/// <param name="Name">What stands on it.</param>
/// <param name="DoAsync">Does it; says why not, null when it is done.</param>
public sealed record HelpAct(string Name, Func<Task<string?>> DoAsync);
