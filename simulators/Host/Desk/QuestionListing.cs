namespace PairingLab.Host.Desk;

/// <summary>A row of <c>GET /lab/questions</c>.</summary>
internal sealed record QuestionListing(int Id, string Device, string Kind, string Text, DateTimeOffset Until, string? Bench)
{
    /// <summary>What the person does first.</summary>
    public IReadOnlyList<string>? Acts { get; init; }

    /// <summary>What the person chooses from.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>The unit of a number.</summary>
    public string? Unit { get; init; }

    /// <summary>The scenario that asks.</summary>
    public string? Scenario { get; init; }

    /// <summary>Its step.</summary>
    public string? Step { get; init; }

    /// <summary>What "no" means for the scenario.</summary>
    public string? NoMeans { get; init; }

    /// <summary>What was answered to the same question before.</summary>
    public string? Before { get; init; }

    /// <summary>Seconds left, so that a tablet's clock does not matter.</summary>
    public double SecondsLeft { get; init; }
}

/// <summary>Answer of <c>GET /lab/questions?after=N</c>: what is open, once anything has changed since that version.</summary>
internal sealed record QuestionNews(int Version, IReadOnlyList<QuestionListing> Open);
